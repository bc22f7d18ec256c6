#include "clean/clean_article.hpp"

#include <algorithm>
#include <unordered_set>

#include "clean/classify.hpp"
#include "clean/dateline.hpp"
#include "clean/letters.hpp"
#include "clean/outlet_in_line.hpp"
#include "clean/stamp.hpp"

namespace demarche {

namespace {

struct Block {
    Span span;  // of Blocks::text; shrinks when a dateline, a note or a sign-off is cut
    BlockKind kind = BlockKind::line;
    std::size_t words = 0;
    bool keep = false;
};

// A title and its repetition on the page differ in quotes, case and spaces only.
std::string title_key(std::string_view text) {
    std::string key;
    for (const char c : folded(text)) {
        if (is_alpha(c) || is_digit(c) || is_high(c)) {
            key.push_back(c);
        }
    }
    return key;
}

class Cleaner {
public:
    Cleaner(const MappedText& source, Layout layout, TitleFrom title_from, const Outlets& outlets, Article& article)
        : blocks_(split_blocks(source, layout)), title_from_(title_from), outlets_(outlets), article_(article) {}

    void run() {
        for (const Span span : blocks_.spans) {
            const Classified found = classify(span.in(blocks_.text.text()), outlets_);
            list_.push_back({span, found.kind, found.words, false});
        }
        find_body();
        find_title();
        cut_notes_and_dateline();
        find_byline();
        find_outlet();
        find_published();
        choose();
        article_.info.title = clean_title(article_.info.title, article_.info.outlet, outlets_);
        write();
    }

private:
    [[nodiscard]] std::string_view text(const Block& block) const { return block.span.in(blocks_.text.text()); }

    // The body begins at the first paragraph of sentences or with a dateline and ends before the first end mark, or before the
    // first footer line that has less text below it than above.
    void find_body() {
        begin_ = list_.size();
        for (std::size_t i = 0; i < list_.size() && begin_ == list_.size(); ++i) {
            const bool dated = (list_[i].kind == BlockKind::line || list_[i].kind == BlockKind::stamp) &&
                               find_dateline(text(list_[i]), outlets_);
            if (list_[i].kind == BlockKind::prose || dated) {
                begin_ = i;
            }
        }
        std::size_t total = 0;
        for (const Block& block : list_) {
            total += block.kind == BlockKind::prose ? block.span.size() : 0U;
        }
        end_ = list_.size();
        std::size_t above = 0;
        for (std::size_t i = begin_; i < list_.size(); ++i) {
            const Block& block = list_[i];
            above += block.kind == BlockKind::prose ? block.span.size() : 0U;
            if (above > 0 && (block.kind == BlockKind::end || (block.kind == BlockKind::footer && total - above < above))) {
                end_ = i;
                break;
            }
        }
        while (end_ > begin_ && list_[end_ - 1].kind != BlockKind::prose && list_[end_ - 1].kind != BlockKind::line) {
            --end_;
        }
    }

    void find_title() {
        if (!article_.info.title.empty()) {
            const std::string key = title_key(article_.info.title);
            const std::string cleaned_key = title_key(clean_title(article_.info.title, article_.info.outlet, outlets_));
            for (std::size_t i = 0; i < list_.size() && i <= begin_ + 1; ++i) {
                const std::string own = title_key(text(list_[i]));
                if (own == key || own == cleaned_key) {
                    list_[i].kind = BlockKind::drop;
                    begin_ += i == begin_ ? 1U : 0U;
                }
            }
            return;
        }
        if (title_from_ == TitleFrom::outside) {
            return;
        }
        std::size_t best = list_.size();
        int best_score = 0;
        bool first = true;
        // A headline that asks or exclaims looks like a sentence: the first paragraph may be the title if more than it follows.
        const bool short_first = begin_ + 1 < end_ && list_[begin_].words <= 16 &&
                                 !find_dateline(text(list_[begin_]), outlets_) &&
                                 (ends_with(list_[begin_], '?') || ends_with(list_[begin_], '!'));
        const std::size_t last = std::min(list_.size(), begin_ + (short_first ? 1U : 0U));
        for (std::size_t i = 0; i < last; ++i) {
            const Block& block = list_[i];
            if ((block.kind != BlockKind::line && i != begin_) || block.words < 2) {
                continue;
            }
            int score = static_cast<int>(std::min<std::size_t>(block.words, 12));
            score += first && block.words >= 4 ? 3 : 0;
            first = first && block.words < 4;
            for (std::size_t k = i + 1; k < list_.size() && k <= i + 2; ++k) {
                if (list_[k].kind == BlockKind::stamp || list_[k].kind == BlockKind::byline || k == begin_) {
                    score += 5;
                    break;
                }
            }
            if (score > best_score) {
                best_score = score;
                best = i;
            }
        }
        if (best < list_.size()) {
            article_.info.title = text(list_[best]);
            list_[best].kind = BlockKind::drop;
            begin_ += best == begin_ ? 1U : 0U;
        }
    }

    [[nodiscard]] bool ends_with(const Block& block, char c) const { return text(block).ends_with(c); }

    // "(Adds details)" and the dateline stand at the beginning of the first paragraphs.
    void cut_notes_and_dateline() {
        std::size_t seen = 0;
        for (std::size_t i = begin_; i < end_ && seen < 4; ++i) {
            Block& block = list_[i];
            if (block.kind == BlockKind::caption || block.kind == BlockKind::drop || block.kind == BlockKind::byline) {
                continue;
            }
            ++seen;
            cut_notes(block);
            if (const auto found = find_dateline(text(block), outlets_)) {
                block.span.begin += static_cast<std::uint32_t>(found->end);
                found_ = *found;
                if (block.span.empty()) {
                    block.kind = BlockKind::drop;
                } else {
                    block.kind = BlockKind::prose;
                    cut_notes(block);
                }
                break;
            }
        }
        for (std::size_t i = begin_; i < end_; ++i) {
            Block& block = list_[i];
            if (block.kind != BlockKind::prose && block.kind != BlockKind::caption) {
                continue;
            }
            const std::size_t cut = sign_off(text(block), outlets_);
            const bool last = std::none_of(list_.begin() + static_cast<std::ptrdiff_t>(i) + 1,
                                           list_.begin() + static_cast<std::ptrdiff_t>(end_),
                                           [](const Block& other) { return other.kind == BlockKind::prose; });
            if (block.kind == BlockKind::prose && !last && ends_with_credit(text(block), outlets_)) {
                block.kind = BlockKind::caption;
            } else if (cut > 0 && block.kind == BlockKind::prose) {
                block.span.end -= static_cast<std::uint32_t>(cut);
            }
        }
    }

    void cut_notes(Block& block) const {
        for (int notes = 0; notes < 3 && !block.span.empty(); ++notes) {
            const std::string_view all = text(block);
            const bool twice = all.starts_with("((");
            if (!all.starts_with('(')) {
                return;
            }
            const std::size_t open = twice ? 2 : 1;
            const std::size_t close = all.find(twice ? "))" : ")", open);
            if (close == std::string_view::npos || close > 400 ||
                !outlets_.furniture().is_note(folded(all.substr(open, close - open)))) {
                return;
            }
            std::size_t behind = close + open;
            while (behind < all.size() && all[behind] == ' ') {
                ++behind;
            }
            block.span.begin += static_cast<std::uint32_t>(behind);
        }
        if (block.span.empty()) {
            block.kind = BlockKind::drop;
        }
    }

    void find_byline() {
        for (std::size_t i = 0; i < list_.size() && i < begin_ + 4 && article_.byline.empty(); ++i) {
            if (list_[i].kind == BlockKind::byline) {
                article_.byline = byline_names(text(list_[i]));
            }
        }
    }

    void find_outlet() {
        ArticleInfo& info = article_.info;
        if (!info.outlet.empty()) {
            outlet_ = outlets_.by_name(info.outlet);
            outlet_ = outlet_ == nullptr ? outlets_.by_domain(info.outlet) : outlet_;
        }
        if (outlet_ == nullptr && !info.url.empty()) {
            outlet_ = outlets_.by_domain(info.url);
        }
        if (outlet_ == nullptr && info.outlet.empty() && !found_.agency.empty()) {
            outlet_ = agency();
            if (outlet_ == nullptr) {
                info.outlet = found_.agency;
            }
        }
        if (outlet_ == nullptr && info.outlet.empty()) {
            outlet_ = named_by_furniture();
        }
        if (info.outlet.empty() && outlet_ != nullptr) {
            info.outlet = outlet_->name;
        }
    }

    [[nodiscard]] const Outlet* agency() const {
        const Outlet* found = outlets_.by_name(found_.agency);
        return found != nullptr ? found
                                : outlets_.by_name(std::string_view(found_.agency).substr(0, found_.agency.find_first_of("/-,")));
    }

    // "Yonhap News Agency" among the page's own lines, "© 2025 Reuters", the reporter's mail address, "… | The Guardian".
    [[nodiscard]] const Outlet* named_by_furniture() const {
        for (std::size_t i = 0; i < list_.size(); ++i) {
            const Block& block = list_[i];
            if ((i >= begin_ && i < end_ && block.kind == BlockKind::prose) || block.span.size() > 300) {
                continue;
            }
            const std::string_view line = text(block);
            if (const Outlet* named = outlets_.by_name(line)) {
                return named;
            }
            if (block.kind == BlockKind::mail) {
                if (const Outlet* named = outlets_.by_domain(host_of_mail(line))) {
                    return named;
                }
            }
            if (block.kind == BlockKind::footer || block.kind == BlockKind::drop || block.kind == BlockKind::byline) {
                if (const Outlet* named = outlet_in_line(line, outlets_)) {
                    return named;
                }
            }
        }
        return nullptr;
    }

    void find_published() {
        ArticleInfo& info = article_.info;
        const auto resolve_dateline = [&] {
            if (!found_.place.empty() || found_.day || !found_.agency.empty()) {
                article_.dateline = Dateline{found_.place, std::nullopt, found_.agency};
                if (found_.day) {
                    article_.dateline->day =
                        resolve(*found_.day, info.published ? std::optional(info.published->day) : std::nullopt);
                }
            }
        };
        if (!info.published) {
            std::optional<Stamp> best;
            for (std::size_t i = 0; i < list_.size(); ++i) {
                const bool inside = i >= begin_ && i < end_ && i > begin_ + 2;
                if (list_[i].kind == BlockKind::stamp && !inside) {
                    const auto stamp = find_stamp(text(list_[i]), outlets_, outlet_);
                    // Above the text a stamp is the article's; below it may be another article's unless it says what it is.
                    if (stamp && (i <= begin_ + 2 || stamp->cue != StampCue::none || !best) &&
                        (!best || stamp->cue > best->cue)) {
                        best = stamp;
                    }
                }
            }
            if (best) {
                info.published = best->published;
            }
        }
        if (!info.published && found_.day) {
            if (!found_.day->year) {
                found_.day->year = year_of(*found_.day);
            }
            if (const auto day = resolve(*found_.day, std::nullopt)) {
                info.published = Published{*day, std::nullopt, std::nullopt};
            }
        }
        resolve_dateline();
    }

    // The year of a dateline's day, where the text names the same day with its year ("on July 11, 2025" in a caption).
    [[nodiscard]] std::optional<int> year_of(const MonthDay& day) const {
        for (const Block& block : list_) {
            for (const MonthDay& date : find_dates(text(block))) {
                if (date.year && date.month == day.month && date.day == day.day) {
                    return date.year;
                }
            }
        }
        return std::nullopt;
    }

    // Marks what is kept: every paragraph of sentences of the body once, and short lines that stand between such paragraphs.
    void choose() {
        std::unordered_set<std::string_view> seen;
        bool any = false;
        for (std::size_t i = begin_; i < end_; ++i) {
            Block& block = list_[i];
            block.keep = block.kind == BlockKind::prose || (block.kind == BlockKind::line && !beside_furniture(i));
            if (block.keep && block.words >= 5) {
                block.keep = seen.insert(text(block)).second;
            }
            any = any || block.keep;
        }
        // The last kept block is a sentence: what trails behind it is a list of links.
        for (std::size_t i = end_; i > begin_ && title_from_ == TitleFrom::text; --i) {
            if (list_[i - 1].keep && list_[i - 1].kind == BlockKind::prose) {
                break;
            }
            list_[i - 1].keep = false;
        }
        if (title_from_ == TitleFrom::outside) {
            keep_first_lines(seen);
        }
        if (std::none_of(list_.begin(), list_.end(), [](const Block& block) { return block.keep; })) {
            for (Block& block : list_) {
                block.keep = block.kind == BlockKind::line || block.kind == BlockKind::prose;
            }
        }
    }

    // In a text that has its title elsewhere, short lines before the first sentence are text, unless the page's own lines follow.
    void keep_first_lines(std::unordered_set<std::string_view>& seen) {
        std::size_t from = 0;
        for (std::size_t i = 0; i < begin_ && i < list_.size(); ++i) {
            if (list_[i].kind != BlockKind::line && list_[i].kind != BlockKind::prose && list_[i].kind != BlockKind::caption) {
                from = i + 1;
            }
        }
        for (std::size_t i = from; i < begin_ && i < list_.size(); ++i) {
            list_[i].keep = list_[i].kind == BlockKind::line && list_[i].words >= 4 && seen.insert(text(list_[i])).second;
        }
    }

    [[nodiscard]] bool beside_furniture(std::size_t i) const {
        const auto furniture = [&](std::size_t k) {
            return k < list_.size() &&
                   (list_[k].kind == BlockKind::drop || list_[k].kind == BlockKind::footer || list_[k].kind == BlockKind::stamp);
        };
        return list_[i].words < 12 && ((i > begin_ && furniture(i - 1)) || furniture(i + 1));
    }

    void write() {
        MappedText out;
        out.reserve(blocks_.text.size());
        for (const Block& block : list_) {
            if (!block.keep || block.span.empty()) {
                continue;
            }
            if (!out.empty()) {
                out.append_unmapped("\n\n");
            }
            const std::uint32_t begin = out.size();
            out.append_from(blocks_.text, block.span);
            article_.paragraphs.push_back({begin, out.size()});
        }
        if (out.empty() && !article_.info.title.empty()) {
            out.append_unmapped(article_.info.title);
            article_.paragraphs.push_back({0, out.size()});
        }
        article_.map = out.take_map();
        article_.text = out.take_text();
    }

    Blocks blocks_;
    TitleFrom title_from_;
    const Outlets& outlets_;
    Article& article_;
    std::vector<Block> list_;
    std::size_t begin_ = 0;  // blocks [begin_, end_) are the body
    std::size_t end_ = 0;
    DatelineFound found_;
    const Outlet* outlet_ = nullptr;
};

}  // namespace

void clean_article(const MappedText& source, Layout layout, TitleFrom title_from, const Outlets& outlets, Article& article) {
    Cleaner(source, layout, title_from, outlets, article).run();
}

}  // namespace demarche
