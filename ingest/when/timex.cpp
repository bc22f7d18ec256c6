#include "when/timex.hpp"

#include "when/expressions.hpp"

namespace demarche::when {

std::string_view to_string(TimeType type) {
    switch (type) {
        case TimeType::date:
            return "DATE";
        case TimeType::time:
            return "TIME";
        case TimeType::duration:
            return "DURATION";
        case TimeType::set:
            return "SET";
    }
    return "";
}

std::vector<Timex> find_timexes(const Document& document) {
    const std::vector<Expression> expressions = find_expressions(document, Use::annotation);
    const std::optional<Day> published = document.published_day();
    std::vector<Timex> found;
    found.reserve(expressions.size());
    for (const Expression& expression : expressions) {
        const Meaning meaning = likelier(document, expression);
        Timex timex;
        timex.span = document.span_of(expression.tokens);
        timex.type = type_of(meaning);
        timex.value = timex_value(meaning);
        timex.mod = timex_mod(meaning.mod);
        timex.anchored = expression.match.basis == DateBasis::full ? Anchored::none : expression.match.anchored;
        timex.date = date_of(meaning, published);
        found.push_back(std::move(timex));
    }
    return found;
}

}  // namespace demarche::when
