#include "when/vocabulary.hpp"

#include <array>
#include <cstddef>

#include "when/calendar.hpp"

namespace demarche::when {

namespace {

struct Entry {
    std::string_view text;
    Word word;
};

constexpr std::int32_t of(Unit unit) { return static_cast<std::int32_t>(unit); }
constexpr std::int32_t of(Part part) { return static_cast<std::int32_t>(part); }

constexpr Entry entries[] = {{"january", {Kind::month, 1}},
                             {"february", {Kind::month, 2}},
                             {"march", {Kind::month, 3}},
                             {"april", {Kind::month, 4}},
                             {"may", {Kind::month, 5}},
                             {"june", {Kind::month, 6}},
                             {"july", {Kind::month, 7}},
                             {"august", {Kind::month, 8}},
                             {"september", {Kind::month, 9}},
                             {"october", {Kind::month, 10}},
                             {"november", {Kind::month, 11}},
                             {"december", {Kind::month, 12}},
                             {"jan", {Kind::month, 1}},
                             {"feb", {Kind::month, 2}},
                             {"mar", {Kind::month, 3}},
                             {"apr", {Kind::month, 4}},
                             {"jun", {Kind::month, 6}},
                             {"jul", {Kind::month, 7}},
                             {"aug", {Kind::month, 8}},
                             {"sep", {Kind::month, 9}},
                             {"sept", {Kind::month, 9}},
                             {"oct", {Kind::month, 10}},
                             {"nov", {Kind::month, 11}},
                             {"dec", {Kind::month, 12}},
                             {"monday", {Kind::weekday, 1}},
                             {"tuesday", {Kind::weekday, 2}},
                             {"wednesday", {Kind::weekday, 3}},
                             {"thursday", {Kind::weekday, 4}},
                             {"friday", {Kind::weekday, 5}},
                             {"saturday", {Kind::weekday, 6}},
                             {"sunday", {Kind::weekday, 7}},
                             {"mon", {Kind::weekday, 1}},
                             {"tue", {Kind::weekday, 2}},
                             {"tues", {Kind::weekday, 2}},
                             {"wed", {Kind::weekday, 3}},
                             {"thu", {Kind::weekday, 4}},
                             {"thur", {Kind::weekday, 4}},
                             {"thurs", {Kind::weekday, 4}},
                             {"fri", {Kind::weekday, 5}},
                             {"sat", {Kind::weekday, 6}},
                             {"sun", {Kind::weekday, 7}},
                             {"mondays", {Kind::weekdays, 1}},
                             {"tuesdays", {Kind::weekdays, 2}},
                             {"wednesdays", {Kind::weekdays, 3}},
                             {"thursdays", {Kind::weekdays, 4}},
                             {"fridays", {Kind::weekdays, 5}},
                             {"saturdays", {Kind::weekdays, 6}},
                             {"sundays", {Kind::weekdays, 7}},
                             {"one", {Kind::cardinal, 1}},
                             {"two", {Kind::cardinal, 2}},
                             {"three", {Kind::cardinal, 3}},
                             {"four", {Kind::cardinal, 4}},
                             {"five", {Kind::cardinal, 5}},
                             {"six", {Kind::cardinal, 6}},
                             {"seven", {Kind::cardinal, 7}},
                             {"eight", {Kind::cardinal, 8}},
                             {"nine", {Kind::cardinal, 9}},
                             {"ten", {Kind::cardinal, 10}},
                             {"eleven", {Kind::cardinal, 11}},
                             {"twelve", {Kind::cardinal, 12}},
                             {"thirteen", {Kind::cardinal, 13}},
                             {"fourteen", {Kind::cardinal, 14}},
                             {"fifteen", {Kind::cardinal, 15}},
                             {"sixteen", {Kind::cardinal, 16}},
                             {"seventeen", {Kind::cardinal, 17}},
                             {"eighteen", {Kind::cardinal, 18}},
                             {"nineteen", {Kind::cardinal, 19}},
                             {"twenty", {Kind::cardinal, 20}},
                             {"thirty", {Kind::cardinal, 30}},
                             {"forty", {Kind::cardinal, 40}},
                             {"fifty", {Kind::cardinal, 50}},
                             {"sixty", {Kind::cardinal, 60}},
                             {"seventy", {Kind::cardinal, 70}},
                             {"eighty", {Kind::cardinal, 80}},
                             {"ninety", {Kind::cardinal, 90}},
                             {"hundred", {Kind::cardinal, 100}},
                             {"dozen", {Kind::cardinal, 12}},
                             {"couple", {Kind::some, 2}},
                             {"several", {Kind::some, 0}},
                             {"few", {Kind::some, 0}},
                             {"many", {Kind::some, 0}},
                             {"a", {Kind::article, 1}},
                             {"an", {Kind::article, 1}},
                             {"first", {Kind::ordinal, 1}},
                             {"second", {Kind::ordinal, 2}},
                             {"third", {Kind::ordinal, 3}},
                             {"fourth", {Kind::ordinal, 4}},
                             {"fifth", {Kind::ordinal, 5}},
                             {"sixth", {Kind::ordinal, 6}},
                             {"seventh", {Kind::ordinal, 7}},
                             {"eighth", {Kind::ordinal, 8}},
                             {"ninth", {Kind::ordinal, 9}},
                             {"tenth", {Kind::ordinal, 10}},
                             {"eleventh", {Kind::ordinal, 11}},
                             {"twelfth", {Kind::ordinal, 12}},
                             {"thirteenth", {Kind::ordinal, 13}},
                             {"fourteenth", {Kind::ordinal, 14}},
                             {"fifteenth", {Kind::ordinal, 15}},
                             {"sixteenth", {Kind::ordinal, 16}},
                             {"seventeenth", {Kind::ordinal, 17}},
                             {"eighteenth", {Kind::ordinal, 18}},
                             {"nineteenth", {Kind::ordinal, 19}},
                             {"twentieth", {Kind::ordinal, 20}},
                             {"thirtieth", {Kind::ordinal, 30}},
                             {"seconds", {Kind::units, of(Unit::second)}},
                             {"minute", {Kind::unit, of(Unit::minute)}},
                             {"minutes", {Kind::units, of(Unit::minute)}},
                             {"hour", {Kind::unit, of(Unit::hour)}},
                             {"hours", {Kind::units, of(Unit::hour)}},
                             {"day", {Kind::unit, of(Unit::day)}},
                             {"days", {Kind::units, of(Unit::day)}},
                             {"week", {Kind::unit, of(Unit::week)}},
                             {"weeks", {Kind::units, of(Unit::week)}},
                             {"weekend", {Kind::unit, of(Unit::weekend)}},
                             {"weekends", {Kind::units, of(Unit::weekend)}},
                             {"month", {Kind::unit, of(Unit::month)}},
                             {"months", {Kind::units, of(Unit::month)}},
                             {"quarter", {Kind::unit, of(Unit::quarter)}},
                             {"quarters", {Kind::units, of(Unit::quarter)}},
                             {"year", {Kind::unit, of(Unit::year)}},
                             {"years", {Kind::units, of(Unit::year)}},
                             {"decade", {Kind::unit, of(Unit::decade)}},
                             {"decades", {Kind::units, of(Unit::decade)}},
                             {"century", {Kind::unit, of(Unit::century)}},
                             {"centuries", {Kind::units, of(Unit::century)}},
                             {"spring", {Kind::season, 1}},
                             {"summer", {Kind::season, 2}},
                             {"autumn", {Kind::season, 3}},
                             {"fall", {Kind::season, 3}},
                             {"winter", {Kind::season, 4}},
                             {"morning", {Kind::part, of(Part::morning)}},
                             {"noon", {Kind::part, of(Part::noon)}},
                             {"midday", {Kind::part, of(Part::noon)}},
                             {"afternoon", {Kind::part, of(Part::afternoon)}},
                             {"evening", {Kind::part, of(Part::evening)}},
                             {"night", {Kind::part, of(Part::night)}},
                             {"midnight", {Kind::part, of(Part::midnight)}},
                             {"today", {Kind::deictic, 0}},
                             {"yesterday", {Kind::deictic, -1}},
                             {"tomorrow", {Kind::deictic, 1}},
                             {"tonight", {Kind::tonight, 0}},
                             {"last", {Kind::last, 0}},
                             {"past", {Kind::past, 0}},
                             {"previous", {Kind::previous, 0}},
                             {"preceding", {Kind::previous, 0}},
                             {"prior", {Kind::previous, 0}},
                             {"this", {Kind::present_one, 0}},
                             {"current", {Kind::present_one, 1}},
                             {"next", {Kind::next, 0}},
                             {"coming", {Kind::coming, 0}},
                             {"upcoming", {Kind::coming, 0}},
                             {"following", {Kind::following, 0}},
                             {"same", {Kind::same, 0}},
                             {"that", {Kind::that, 0}},
                             {"recent", {Kind::recent, 0}},
                             {"latest", {Kind::latest, 0}},
                             {"ago", {Kind::ago, 0}},
                             {"earlier", {Kind::earlier, 0}},
                             {"later", {Kind::later, 0}},
                             {"before", {Kind::before, 0}},
                             {"after", {Kind::after, 0}},
                             {"early", {Kind::early, 0}},
                             {"mid", {Kind::mid, 0}},
                             {"late", {Kind::late, 0}},
                             {"beginning", {Kind::beginning, 0}},
                             {"start", {Kind::beginning, 0}},
                             {"outset", {Kind::beginning, 0}},
                             {"middle", {Kind::middle, 0}},
                             {"end", {Kind::end, 0}},
                             {"half", {Kind::half, 0}},
                             {"fiscal", {Kind::fiscal, 0}},
                             {"every", {Kind::every, 0}},
                             {"each", {Kind::every, 1}},
                             {"daily", {Kind::frequency, of(Unit::day)}},
                             {"nightly", {Kind::frequency, of(Unit::day)}},
                             {"weekly", {Kind::frequency, of(Unit::week)}},
                             {"monthly", {Kind::frequency, of(Unit::month)}},
                             {"annually", {Kind::frequency, of(Unit::year)}},
                             {"annual", {Kind::frequency, of(Unit::year)}},
                             {"yearly", {Kind::frequency, of(Unit::year)}},
                             {"hourly", {Kind::frequency, of(Unit::hour)}},
                             {"twenties", {Kind::decade, 20}},
                             {"thirties", {Kind::decade, 30}},
                             {"forties", {Kind::decade, 40}},
                             {"fifties", {Kind::decade, 50}},
                             {"sixties", {Kind::decade, 60}},
                             {"seventies", {Kind::decade, 70}},
                             {"eighties", {Kind::decade, 80}},
                             {"nineties", {Kind::decade, 90}},
                             {"now", {Kind::now, 0}},
                             {"currently", {Kind::now, 0}},
                             {"presently", {Kind::now, 0}},
                             {"nowadays", {Kind::now, 0}},
                             {"recently", {Kind::recently, 0}},
                             {"lately", {Kind::recently, 0}},
                             {"soon", {Kind::soon, 0}},
                             {"future", {Kind::future, 0}},
                             {"a.m", {Kind::meridiem, 0}},
                             {"am", {Kind::meridiem, 0}},
                             {"p.m", {Kind::meridiem, 1}},
                             {"pm", {Kind::meridiem, 1}},
                             {"gmt", {Kind::zone, 0}},
                             {"utc", {Kind::zone, 0}},
                             {"est", {Kind::zone, 0}},
                             {"edt", {Kind::zone, 0}},
                             {"cst", {Kind::zone, 0}},
                             {"cdt", {Kind::zone, 0}},
                             {"mst", {Kind::zone, 0}},
                             {"pst", {Kind::zone, 0}},
                             {"pdt", {Kind::zone, 0}},
                             {"et", {Kind::zone, 0}},
                             {"cet", {Kind::zone, 0}},
                             {"bst", {Kind::zone, 0}},
                             {"jst", {Kind::zone, 0}},
                             {"kst", {Kind::zone, 0}},
                             {"nearly", {Kind::approx, 0}},
                             {"almost", {Kind::approx, 0}},
                             {"more", {Kind::approx, 1}},
                             {"less", {Kind::approx, 1}},
                             {"at", {Kind::approx, 2}},
                             {"up", {Kind::approx, 3}},
                             {"new", {Kind::holiday, 0}},
                             {"christmas", {Kind::holiday, 0}},
                             {"easter", {Kind::holiday, 0}},
                             {"good", {Kind::holiday, 0}},
                             {"palm", {Kind::holiday, 0}},
                             {"ash", {Kind::holiday, 0}},
                             {"pentecost", {Kind::holiday, 0}},
                             {"thanksgiving", {Kind::holiday, 0}},
                             {"halloween", {Kind::holiday, 0}},
                             {"valentine", {Kind::holiday, 0}},
                             {"labor", {Kind::holiday, 0}},
                             {"memorial", {Kind::holiday, 0}},
                             {"veterans", {Kind::holiday, 0}},
                             {"martin", {Kind::holiday, 0}},
                             {"presidents", {Kind::holiday, 0}},
                             {"columbus", {Kind::holiday, 0}},
                             {"bastille", {Kind::holiday, 0}},
                             {"armistice", {Kind::holiday, 0}},
                             {"boxing", {Kind::holiday, 0}},
                             {"juneteenth", {Kind::holiday, 0}},
                             {"epiphany", {Kind::holiday, 0}},
                             {"period", {Kind::period, 0}},
                             {"over", {Kind::approx, 4}},
                             {"no", {Kind::approx, 5}},
                             {"fewer", {Kind::approx, 1}},
                             {"juche", {Kind::era, 1911}},
                             {"showa", {Kind::era, 1925}},
                             {"heisei", {Kind::era, 1988}},
                             {"reiwa", {Kind::era, 2018}}};

// Open addressing over a table four times as large as its content, filled at compile time.
constexpr std::size_t slots = 1024;
static_assert(std::size(entries) * 3 < slots);

constexpr std::size_t hash(std::string_view text) {
    std::uint32_t value = 2166136261U;  // FNV-1a
    for (const char c : text) {
        value = (value ^ static_cast<unsigned char>(c)) * 16777619U;
    }
    return (value ^ (value >> 15U)) % slots;
}

constexpr std::array<std::uint8_t, slots> fill() {
    static_assert(std::size(entries) < 255);
    std::array<std::uint8_t, slots> table{};
    for (std::size_t i = 0; i < std::size(entries); ++i) {
        std::size_t at = hash(entries[i].text);
        while (table[at] != 0) {
            at = (at + 1) % slots;
        }
        table[at] = static_cast<std::uint8_t>(i + 1);
    }
    return table;
}

constexpr auto table = fill();

constexpr std::size_t longest_word = 13;

bool digit(char c) { return '0' <= c && c <= '9'; }

// "7", "1998", "11th", "1990s".
Word classify_digits(std::string_view lower) {
    std::size_t at = 0;
    std::int32_t value = 0;
    while (at < lower.size() && digit(lower[at]) && at < 9) {
        value = (value * 10) + (lower[at] - '0');
        ++at;
    }
    const std::string_view rest = lower.substr(at);
    if (rest.empty()) {
        return {Kind::digits, value};
    }
    if (at <= 2 && (rest == "st" || rest == "nd" || rest == "rd" || rest == "th")) {
        return {Kind::ordinal, value};
    }
    if ((rest == "s" || rest == "'s" || rest == "’s") && value % 10 == 0 && (at == 4 || at == 2)) {
        return {Kind::decade, value};
    }
    if (at <= 2 && (rest == "am" || rest == "pm" || rest == "a.m." || rest == "p.m.")) {
        return {Kind::digits, value};  // the reader of clocks looks at the letters itself
    }
    return {};
}

}  // namespace

Word classify(std::string_view lower) {
    if (lower.empty() || lower.size() > longest_word + 1 + mid_prefix.size()) {
        return {};
    }
    if (lower.substr(0, mid_prefix.size()) == mid_prefix) {
        Word word = classify(lower.substr(mid_prefix.size()));
        word.mid = word.kind != Kind::none;
        return word;
    }
    if (digit(lower.front())) {
        return classify_digits(lower);
    }
    if (lower.size() > 1 && lower.back() == '.') {
        lower.remove_suffix(1);
    }
    std::size_t at = hash(lower);
    while (table[at] != 0) {
        const Entry& entry = entries[table[at] - 1U];
        if (entry.text == lower) {
            return entry.word;
        }
        at = (at + 1) % slots;
    }
    return {};
}

}  // namespace demarche::when
