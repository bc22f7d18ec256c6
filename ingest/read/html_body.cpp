// Which blocks of a page are the article: text density and link density of containers, in the manner of Readability (Arc90, 2009)
// and of Kohlschütter, Fankhauser, Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM 2010).
#include <algorithm>

#include "clean/letters.hpp"
#include "read/html_page.hpp"

namespace demarche {

namespace {

double link_share(const HtmlBlock& block) {
    return block.span.empty() ? 0.0 : static_cast<double>(block.link_bytes) / block.span.size();
}

// A paragraph's worth: longer and with more clauses is better; a link list is worth nothing.
double worth(const HtmlBlock& block, std::string_view text) {
    constexpr std::size_t shortest = 40;
    if (text.size() < shortest || link_share(block) > 0.5 || block.heading) {
        return 0.0;
    }
    const auto commas = static_cast<double>(std::count(text.begin(), text.end(), ','));
    const double base = 1.0 + std::min(commas, 8.0) + std::min(static_cast<double>(text.size()) / 100.0, 6.0);
    return base * (1.0 - link_share(block)) * (block.paragraph ? 1.0 : 0.7);
}

}  // namespace

MappedText body_of(const HtmlPage& page) {
    std::vector<double> score(page.elements.size(), 0.0);
    const std::string& text = page.text.text();
    for (const HtmlBlock& block : page.blocks) {
        const double value = worth(block, trim(block.span.in(text)));
        if (value <= 0.0) {
            continue;
        }
        // A block counts for what holds it, half for the next, a quarter for the third.
        std::uint32_t at = block.paragraph || block.item ? page.elements[block.element].parent : block.element;
        double share = 1.0;
        for (int level = 0; level < 4; ++level) {
            score[at] += value * share;
            share *= level == 0 ? 0.6 : 0.5;
            if (at == 0) {
                break;
            }
            at = page.elements[at].parent;
        }
    }
    std::uint32_t best = 0;
    double best_score = 0.0;
    for (std::uint32_t e = 0; e < page.elements.size(); ++e) {
        const HtmlElement& element = page.elements[e];
        const double value = score[e] * (element.body_mark ? 1.6 : 1.0) * (1.0 + (std::clamp(element.weight, -25, 25) / 100.0));
        if (value > best_score) {
            best_score = value;
            best = e;
        }
    }
    // What lies in the best container, or in brothers of it that are good themselves.
    std::vector<bool> inside(page.elements.size(), false);
    for (std::uint32_t e = 0; e < page.elements.size(); ++e) {
        const HtmlElement& element = page.elements[e];
        const bool brother =
            best != 0 && e != 0 && element.parent == page.elements[best].parent && score[e] > best_score * 0.25 && e != best;
        inside[e] = e == best || brother || (e != 0 && inside[element.parent]);
    }
    MappedText out;
    for (const HtmlBlock& block : page.blocks) {
        const std::string_view own = trim(block.span.in(text));
        if (!inside[block.element] || block.title || link_share(block) > (own.size() < 200 ? 0.6 : 0.75)) {
            continue;
        }
        if ((block.item || !block.paragraph) && own.size() < 30 && link_share(block) > 0.3) {
            continue;
        }
        // Inside a block a line break of the source is a space; <br> has its own block or is a space as well.
        for (std::uint32_t at = block.span.begin; at < block.span.end;) {
            const std::size_t found = text.find_first_of("\r\n", at);
            const auto end = static_cast<std::uint32_t>(std::min<std::size_t>(found, block.span.end));
            out.append_from(page.text, {at, end});
            if (end < block.span.end) {
                out.append_unmapped(" ");
            }
            at = end + 1;
        }
        out.append_unmapped("\n");
    }
    return out;
}

}  // namespace demarche
