#include "random_codings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace demarche::testing {

namespace {

constexpr std::array<std::string_view, 16> kNasty{"",
                                                  "plain",
                                                  "\"quoted\"",
                                                  "back\\slash",
                                                  "line\nfeed\r\t",
                                                  std::string_view("nul\0inside", 10),
                                                  "</script>",
                                                  "\x01\x1f\x7f",
                                                  "é\u0301",
                                                  "\u2028\u2029",
                                                  "한국어",
                                                  "𝄞 clef",
                                                  "\uFFFD\uFEFF",
                                                  "{\"a\":[1,2",
                                                  "%s%n",
                                                  "٣٤"};

std::string text_of(std::string_view text) { return std::string(text); }

template <typename T, std::size_t N>
T one_of(Random& random, const std::array<T, N>& values) {
    return values.at(random.below(N));
}

Day some_day(Random& random) {
    return *day_of(2031, 1, 1) + std::chrono::duration<int, std::ratio<86400>>(static_cast<int>(random.below(500)));
}

Span some_span(Random& random) {
    const auto begin = static_cast<std::uint32_t>(random.below(100000));
    return {begin, begin + static_cast<std::uint32_t>(random.below(300))};
}

double some_share(Random& random) { return static_cast<double>(random.below(10001)) / 10000.0; }

DateSpan some_date(Random& random) {
    const Day day = some_day(random);
    DateSpan date;
    switch (random.below(6)) {
        case 0:
            date = span_of_day(day);
            break;
        case 1:
            date = span_of_days(day, some_day(random));
            break;
        case 2:
            date = span_of_month(2031, static_cast<unsigned>(1 + random.below(12)));
            break;
        case 3:
            date = span_until(day);
            break;
        case 4:
            date = span_since(day);
            break;
        default:
            return {};
    }
    date.basis = static_cast<DateBasis>(1 + random.below(6));
    date.text = hostile_text(random);
    return date;
}

std::optional<Place> some_place(Random& random) {
    if (random.chance(30)) {
        return std::nullopt;
    }
    Place place;
    place.name = hostile_text(random);
    place.country = random.chance(50) ? "MYS" : "";
    if (random.chance(50)) {
        place.lat = static_cast<double>(static_cast<std::int64_t>(random.next() % 1800000000) - 900000000) / 1e7;
        place.lon = static_cast<double>(static_cast<std::int64_t>(random.next() % 3600000000) - 1800000000) / 1e7;
    }
    if (random.chance(50)) {
        place.geonameid = static_cast<std::int64_t>(random.below(10000000));
    }
    return place;
}

std::optional<Published> some_published(Random& random) {
    if (random.chance(20)) {
        return std::nullopt;
    }
    Published published;
    published.day = some_day(random);
    if (random.chance(70)) {
        published.second_of_day = static_cast<int>(random.below(86400));
        if (random.chance(70)) {
            published.offset_minutes = static_cast<int>(random.below(48)) * 30 - 12 * 60;
        }
    }
    return published;
}

std::vector<std::string> some_texts(Random& random) {
    std::vector<std::string> texts(random.below(4));
    for (std::string& text : texts) {
        text = hostile_text(random);
    }
    return texts;
}

std::string required(std::string_view prefix, Random& random) { return text_of(prefix) + hostile_text(random); }

Actor some_actor(Random& random) {
    Actor actor;
    actor.role = static_cast<Role>(random.below(5));
    actor.kind = static_cast<ActorKind>(random.below(4));
    actor.id = required("id.", random);
    actor.name = hostile_text(random);
    actor.state = random.chance(30) ? "" : "KOR";
    actor.office = hostile_text(random);
    return actor;
}

std::optional<Attribution> some_attribution(Random& random) {
    if (random.chance(50)) {
        return std::nullopt;
    }
    return Attribution{hostile_text(random), random.chance(50) ? "" : "USA", hostile_text(random)};
}

Event some_event(Random& random) {
    Event event;
    event.id = required("e", random);
    event.kind = required("k", random);
    event.plover = hostile_text(random);
    event.mode = hostile_text(random);
    event.cameo = hostile_text(random);
    event.status = static_cast<Status>(random.below(6));
    event.title = hostile_text(random);
    event.date = some_date(random);
    event.place = some_place(random);
    for (std::size_t i = random.below(4); i > 0; --i) {
        event.actors.push_back(some_actor(random));
    }
    event.attribution = some_attribution(random);
    event.salience = some_share(random);
    event.confidence = some_share(random);
    return event;
}

ArticleInfo some_article(Random& random) {
    ArticleInfo article;
    article.id = required("a", random);
    article.url = hostile_text(random);
    article.outlet = hostile_text(random);
    article.title = hostile_text(random);
    article.published = some_published(random);
    article.language = random.chance(50) ? "en" : "";
    article.hash = hostile_text(random);
    if (random.chance(30)) {
        article.text = hostile_text(random);
    }
    if (random.chance(70)) {
        article.source = {hostile_text(random), "text", random.next(), random.next()};
    }
    return article;
}

}  // namespace

std::uint64_t Random::next() {
    state_ += 0x9E3779B97F4A7C15ULL;
    std::uint64_t value = state_;
    value = (value ^ (value >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    value = (value ^ (value >> 27U)) * 0x94D049BB133111EBULL;
    return value ^ (value >> 31U);
}

std::string hostile_text(Random& random) {
    std::string text;
    for (std::size_t i = random.below(4); i > 0; --i) {
        text += one_of(random, kNasty);
    }
    return text;
}

Coding hostile_coding(Random& random) {
    Coding coding;
    coding.coder = {hostile_text(random), hostile_text(random)};
    coding.article = some_article(random);
    for (std::size_t i = random.below(4); i > 0; --i) {
        Event& event = coding.events.emplace_back(some_event(random));
        for (Actor& actor : event.actors) {
            actor.text = hostile_text(random);
            actor.span = some_span(random);
        }
        for (std::size_t k = random.below(3); k > 0; --k) {
            event.mentions.push_back({hostile_text(random), some_span(random), hostile_text(random), some_span(random)});
        }
        event.why = {hostile_text(random), some_texts(random), some_texts(random), some_texts(random)};
    }
    for (std::size_t i = random.below(3); i > 0; --i) {
        coding.links.push_back(
            {required("e", random), required("e", random), static_cast<LinkType>(random.below(5)), hostile_text(random)});
    }
    for (std::size_t i = random.below(3); i > 0; --i) {
        coding.roster.push_back({hostile_text(random), random.chance(50) ? "" : "JPN", hostile_text(random),
                                 random.chance(50) ? std::optional(some_day(random)) : std::nullopt});
    }
    coding.rejected = random.chance(20) ? hostile_text(random) : "";
    return coding;
}

World hostile_world(Random& random) {
    World world;
    for (std::size_t i = 0; i < 5; ++i) {
        const std::string number = std::to_string(i);
        WorldEvent event;
        event.event = some_event(random);
        event.event.id = "ev." + number;
        event.articles = some_texts(random);
        event.codings = some_texts(random);
        event.history.push_back({static_cast<Status>(random.below(6)), some_published(random), hostile_text(random)});
        for (const char* field : {"date", "status", "place", "title"}) {
            event.conflicts.push_back({field, {{hostile_text(random), some_texts(random)}, {hostile_text(random), {}}}});
        }
        event.grounds.push_back({hostile_text(random), some_texts(random), some_share(random)});
        event.trigger = hostile_text(random);
        event.sentence = hostile_text(random);
        world.events.push_back(std::move(event));
        world.links.push_back(
            {"ev." + number, "ev.0", static_cast<LinkType>(random.below(5)), some_texts(random), hostile_text(random)});
        WorldActor actor;
        actor.id = "person." + number;
        actor.kind = static_cast<ActorKind>(random.below(4));
        actor.name = hostile_text(random);
        actor.names = some_texts(random);
        actor.state = random.chance(50) ? "" : "PRK";
        actor.acts_for.push_back(
            {hostile_text(random), hostile_text(random), random.chance(50) ? "" : "2031-02", "2031-04", some_texts(random)});
        world.actors.push_back(std::move(actor));
        if (const auto place = some_place(random)) {
            world.places.push_back({"place." + number, *place});
        }
        world.articles.push_back(some_article(random));
        world.articles.back().id = "a" + number;
    }
    return world;
}

namespace {

constexpr std::array<std::string_view, 8> kStates{"KOR", "JPN", "USA", "CHN", "VNM", "DEU", "PRK", "RUS"};
constexpr std::array<std::string_view, 8> kGiven{"Ana", "Boris", "Clara", "Dae-jung", "Erika", "Farid", "Greta", "Hoang"};
constexpr std::array<std::string_view, 8> kFamily{"Arlen", "Brandt", "Corvin", "Dorsch", "Elmar", "Fenwick", "Garrow", "Hollis"};
constexpr std::array<std::string_view, 4> kOffices{"Foreign Minister", "Prime Minister", "Defence Minister", "spokesperson"};
constexpr std::array<int, 4> kOffsets{540, 480, 0, -300};

struct Kind {
    std::string_view kind;
    std::string_view plover;
    bool directed;
};
constexpr std::array<Kind, 8> kKinds{{{"talks", "CONSULT", false},
                                      {"summit", "CONSULT", false},
                                      {"negotiation", "CONSULT", false},
                                      {"visit", "CONSULT", true},
                                      {"agreement", "AGREE", false},
                                      {"suspend-talks", "REJECT", false},
                                      {"appeal", "REQUEST", true},
                                      {"halt", "RETREAT", true}}};

Actor newsmaker(Random& random, Role role, std::string_view state) {
    Actor actor;
    actor.role = role;
    actor.state = state;
    if (random.chance(60)) {
        actor.kind = ActorKind::state;
        actor.id = "state." + text_of(state);
        actor.name = "Land of " + text_of(state);
        return actor;
    }
    // Which person depends on the state alone most of the time, so that articles agree.
    const std::size_t who = (static_cast<std::size_t>(state.front()) + (random.chance(20) ? random.below(8) : 0)) % 8;
    actor.kind = ActorKind::person;
    actor.office = kOffices.at(who % 4);
    const std::string family = text_of(kFamily.at(who));
    const std::string full = text_of(kGiven.at(who)) + " " + family;
    if (random.chance(20)) {
        actor.name = family;
        actor.state.clear();
        actor.id = "person." + family;
    } else {
        actor.name = full;
        actor.id = "person." + family + "." + text_of(state);
    }
    return actor;
}

}  // namespace

std::vector<Coding> news_codings(std::uint64_t seed, std::size_t count) {
    Random random(seed);
    std::vector<Coding> codings;
    const std::size_t stories = count / 3 + 1;
    for (std::size_t i = 0; i < count; ++i) {
        Coding& coding = codings.emplace_back();
        coding.coder = {random.chance(3) ? "0.9.0" : "0.10.0", "xxh3:1"};
        coding.article.id = "art" + std::to_string(i);
        coding.article.hash = "xxh3:" + std::to_string(random.next());
        coding.article.language = "en";
        for (std::size_t e = random.below(5); e > 0; --e) {
            Random story(random.below(stories));  // the event itself, the same in every article about it
            story.next();
            const Kind kind = one_of(story, kKinds);
            const Day day = some_day(story);
            const std::size_t first = story.below(8);
            const std::size_t second = (first + 1 + story.below(7)) % 8;
            Event event;
            event.id = coding.article.id + ".e" + std::to_string(e);
            event.kind = kind.kind;
            event.plover = kind.plover;
            event.title = event.kind + " of " + text_of(kStates.at(first)) + " and " + text_of(kStates.at(second));
            event.status = random.chance(70) ? Status::occurred : static_cast<Status>(random.below(5));
            event.date = random.chance(70)
                             ? span_of_day(day)
                             : (random.chance(50) ? span_of_month(civil(day).year, civil(day).month) : some_date(random));
            event.date.text.clear();
            event.date.basis = event.date.known() ? DateBasis::relative : DateBasis::none;
            if (random.chance(40)) {
                event.place = Place{"City " + std::to_string(story.below(20)), text_of(kStates.at(first)), std::nullopt,
                                    std::nullopt, std::nullopt};
            }
            event.actors.push_back(newsmaker(random, kind.directed ? Role::source : Role::participant, kStates.at(first)));
            event.actors.push_back(newsmaker(random, kind.directed ? Role::target : Role::participant, kStates.at(second)));
            event.mentions.push_back(
                {"Reports speak of subject" + std::to_string(story.below(1000)) + " here.", {0, 10}, "speak", {8, 13}});
            event.salience = some_share(random);
            event.confidence = some_share(random);
            coding.article.published = Published{day, static_cast<int>(random.below(86400)), one_of(random, kOffsets)};
            for (const Actor& actor : event.actors) {
                if (actor.kind == ActorKind::person) {
                    coding.roster.push_back({actor.name, actor.state, actor.office, day});
                }
            }
            coding.events.push_back(std::move(event));
        }
        std::reverse(coding.events.begin(), coding.events.end());
        if (coding.events.size() > 1 && random.chance(30)) {
            coding.links.push_back({coding.events[0].id, coding.events[1].id, static_cast<LinkType>(random.below(5)), "after"});
        }
        if (coding.events.empty()) {
            coding.rejected = "nothing to code";
        }
    }
    return codings;
}

}  // namespace demarche::testing
