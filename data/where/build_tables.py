#!/usr/bin/env python3
"""Derives data/where/places.tsv and countries.tsv.  usage: build_tables.py RAW_FOLDER

RAW_FOLDER holds places.tsv (GeoNames, CC BY 4.0, and own venues and border sites), admin1.tsv, countries.tsv, given_names.tsv and
surnames.tsv. Only what the program uses is kept: names in English text, country, region, coordinates, people, and whether a name
needs a locative context because it is also a word or the name of persons ("pinned": only before ", Country" or ", State"). Standard library only; same input, same bytes.
"""
import csv, math, pathlib, re, sys, unicodedata

HERE = pathlib.Path(__file__).parent

# Names that English news uses where GeoNames leads with another form.
ENGLISH_NAMES = {"Nay Pyi Taw": "Naypyidaw", "New York City": "New York", "Genève": "Geneva", "Kraków": "Krakow", "Köln": "Cologne",
                 "Den Haag": "The Hague", "Sevilla": "Seville", "Zürich": "Zurich", "Ürümqi": "Urumqi", "Praha": "Prague",
                 "Xi’an": "Xi'an", "Genova": "Genoa", "Saint Petersburg": "St. Petersburg"}

# Abbreviations that stand only after "City," (AP style, postal codes where newspapers print them).
US_SHORT = """Alabama:Ala. Arizona:Ariz. Arkansas:Ark. California:Calif.|CA Colorado:Colo. Connecticut:Conn. Delaware:Del. Florida:Fla.|FL
Georgia:Ga. Illinois:Ill. Indiana:Ind. Kansas:Kan. Kentucky:Ky. Louisiana:La. Maryland:Md.|MD Massachusetts:Mass. Michigan:Mich.
Minnesota:Minn. Mississippi:Miss. Missouri:Mo. Montana:Mont. Nebraska:Neb. Nevada:Nev. New_Hampshire:N.H. New_Jersey:N.J.|NJ
New_Mexico:N.M. New_York:N.Y.|NY North_Carolina:N.C. North_Dakota:N.D. Oklahoma:Okla. Oregon:Ore. Pennsylvania:Pa. Rhode_Island:R.I.
South_Carolina:S.C. South_Dakota:S.D. Tennessee:Tenn. Texas:TX Vermont:Vt. Virginia:Va.|VA Washington:Wash. West_Virginia:W.Va.
Wisconsin:Wis. Wyoming:Wyo."""
CA_SHORT = "Ontario:Ont. Quebec:Que. British_Columbia:B.C. Alberta:Alta. Manitoba:Man. Saskatchewan:Sask. Nova_Scotia:N.S. New_Brunswick:N.B."
AU_SHORT = "New_South_Wales:NSW Victoria:Vic. Queensland:Qld."

SHORT = {}
for iso2, text in (("US", US_SHORT), ("CA", CA_SHORT), ("AU", AU_SHORT)):
    for item in text.split():
        region, forms = item.split(":")
        SHORT[iso2, region.replace("_", " ")] = forms

# Parts of the world: known, so that "Latin America" is not the United States; they have no country and no event is placed there
# while a nearer place is named.
CONTINENTS = [("Africa", "", 2.0, 20.0), ("Asia", "", 35.0, 95.0), ("Europe", "", 50.0, 15.0), ("North America", "", 45.0, -100.0),
              ("South America", "", -15.0, -60.0), ("Latin America", "", -10.0, -65.0), ("Central America", "", 14.0, -87.0),
              ("Middle East", "Mideast", 29.0, 45.0), ("Southeast Asia", "South-East Asia|Southeast Asian region", 5.0, 112.0),
              ("East Asia", "", 35.0, 115.0), ("Northeast Asia", "", 42.0, 125.0), ("South Asia", "", 22.0, 78.0),
              ("Central Asia", "", 42.0, 66.0), ("Eastern Europe", "", 50.0, 28.0), ("Western Europe", "", 48.0, 5.0),
              ("West Africa", "", 10.0, -3.0), ("East Africa", "", 0.0, 37.0), ("North Africa", "", 28.0, 10.0),
              ("Southern Africa", "", -22.0, 25.0), ("Central Africa", "", 3.0, 20.0), ("Horn of Africa", "", 8.0, 45.0),
              ("Caribbean", "", 18.0, -72.0), ("Balkans", "", 43.0, 21.0), ("South Caucasus", "Caucasus", 41.5, 44.5),
              ("Asia-Pacific", "Indo-Pacific|Asia Pacific", 10.0, 125.0), ("Oceania", "", -15.0, 160.0),
              ("Persian Gulf", "Arabian Gulf", 26.5, 52.0), ("Mediterranean", "Mediterranean Sea", 35.0, 18.0),
              ("Korean Peninsula", "Korean peninsula", 38.0, 127.5), ("Gulf of Aden", "", 12.0, 48.0), ("Gulf of Mexico", "", 25.0, -90.0),
              ("Sea of Azov", "", 46.0, 36.5), ("Scandinavia", "", 62.0, 15.0), ("Arabian Peninsula", "Arabian peninsula", 23.0, 45.0)]

# Names of countries in English text that the raw table lacks, and forms of it that mean something else or nothing in English text.
COUNTRY_MORE = {"COD": "Congo|DR Congo|Democratic Republic of Congo", "CIV": "Ivory Coast", "MMR": "Burma", "GBR": "Britain|Great Britain|U.K.|UK",
                "TUR": "Turkey|Turkiye", "CZE": "Czechia", "NLD": "Holland|the Netherlands", "ARE": "UAE|U.A.E.", "PSE": "Palestine",
                "VAT": "the Vatican|Vatican", "MKD": "Macedonia", "SWZ": "Swaziland", "BIH": "Bosnia", "KNA": "St. Kitts and Nevis",
                "LCA": "St. Lucia", "VCT": "St. Vincent and the Grenadines", "TTO": "Trinidad", "STP": "Sao Tome and Principe",
                "CPV": "Cape Verde", "TLS": "East Timor|Timor Leste", "HKG": "Hong Kong", "MAC": "Macau|Macao", "CAF": "Central African Republic",
                "COG": "Republic of the Congo|Republic of Congo", "GMB": "Gambia|the Gambia", "PHL": "the Philippines", "USA": "U.S.|US|USA|U.S.A."}
COUNTRY_LESS = {"South", "North", "the South", "the North", "Republic", "States", "the States", "Union", "Central", "AS", "Brazzaville",
                "DR", "NK", "Virgin Islands of the United States", "Gaza", "Gaza Strip", "West Bank", "Gaza and the West Bank", "Bailiwick of Jersey", "Norman Isles", "Channel Islands", "Kin", "Best Korea", "Awal", "Korea", "German", "Eire", "Persia", "Zaire", "Emirates", "the Emirates", "Island",
                "Island of Ireland", "Somers Islands", "Abu", "Bahía", "Union of South Africa", "Dutch", "Kingdom", "the Kingdom"}
COUNTRY_CAUTION = {"Chad", "Georgia", "Jordan", "Israel", "Guinea", "Mali", "Niger", "Turkey", "Cuba", "Malta", "Ireland", "Monaco",
                   "Lebanon", "China", "Panama", "Mexico", "Samoa", "Togo", "Oman"}


def rows(path):
    with open(path, encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def fold(text):
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c)).replace("’", "'").replace("ł", "l")


def clean(form):
    return re.sub(r"\s*\([^)]*\)", "", form.replace("’", "'")).strip()


def latin(form):
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in form)


def forms_of(name, alt):
    forms = []
    for form in [name, fold(name), *alt]:
        for part in re.split(r"\s+/\s+|(?<=[a-zé])/(?=[A-Z])", form):
            part = clean(part)
            forms.append(part)
            for long, short in (("Saint ", ("St. ", "St ")), ("Sainte ", ("Ste. ",)), ("Mount ", ("Mt. ",)), ("Fort ", ("Ft. ",))):
                if part.startswith(long):
                    forms += [s + part[len(long):] for s in short]
    return list(dict.fromkeys(f for f in forms if f and latin(f) and not f[0].islower()))


def degrees(text):
    found = re.match(r"(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])", text)
    if not found:
        return "", ""
    lat = int(found[1]) + min(int(found[2]), 59) / 60
    lon = int(found[4]) + min(int(found[5]), 59) / 60
    return f"{-lat if found[3] == 'S' else lat:.2f}", f"{-lon if found[6] == 'W' else lon:.2f}"


def write(path, header, lines):
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(header) + "\n")
        for line in lines:
            file.write("\t".join(line) + "\n")


def country_table(raw):
    table, where = [], {}
    for row in rows(raw / "places.tsv"):  # a country stands at its capital, one without at its largest town
        if not row["geonameid"].startswith("c:") and row["iso2"] not in where:
            where[row["iso2"]] = (f"{float(row['lat']):.4f}", f"{float(row['lon']):.4f}")
    for row in rows(raw / "places.tsv"):
        if row["feature"] == "PPLC":
            where[row["iso2"]] = (f"{float(row['lat']):.4f}", f"{float(row['lon']):.4f}")
    capitals = {fold(c) for row in rows(raw / "countries.tsv") for c in [row["capital"], *row["seat_metonyms"].split("|")]} | {"Leopoldville"}
    for row in rows(raw / "countries.tsv"):
        if row["kind"] not in ("country", "territory") or row["iso3"] in ("", "CYB"):
            continue
        iso3 = row["iso3"]
        other = [f for f in row["other_names"].split("|") if f and latin(f) and re.match(r"[A-Z]", f) and not f.isupper() and len(f) > 3]
        official = re.sub(r"\s*[(;].*", "", row["official_name"])
        forms = forms_of(row["name"], [official, *other]) + COUNTRY_MORE.get(iso3, "").split("|")
        people = set(row["demonyms"].split("|")) - set(COUNTRY_MORE.get(iso3, "").split("|"))
        forms = [f for f in dict.fromkeys(forms) if f and f not in COUNTRY_LESS and f not in people and f != row["name"] and "&" not in f
                 and (fold(f) not in capitals or f in COUNTRY_MORE.get(iso3, ""))]
        lat, lon = where.get(row["iso2"]) or degrees(row["capital_coord"])
        name = {"HKG": "Hong Kong", "MAC": "Macao", "VAT": "Vatican City"}.get(iso3, row["name"])
        forms = [f for f in dict.fromkeys([row["name"], *forms]) if f != name]
        table.append([iso3, name, "|".join(forms), lat, lon, "|".join(sorted(COUNTRY_CAUTION & {name, *forms}))])
    table.sort()
    taken = {}
    for line in table:  # a form belongs to the country that bears it as its name, else to the first that lists it
        taken[line[1]] = line[0]
    for line in table:
        line[2] = "|".join(f for f in line[2].split("|") if taken.setdefault(f, line[0]) == line[0])
    return table, {row["iso2"]: row["iso3"] for row in rows(raw / "countries.tsv") if row["iso3"]}


def place_tables(raw, country_names, iso3_of):
    words = {line.strip() for line in open(HERE / "homographs.txt", encoding="utf-8") if line.strip() and line[0] != "#"}
    persons = {row["name"] for file in ("given_names.tsv", "surnames.tsv") for row in rows(raw / file)}
    persons |= {fold(name) for name in persons}
    kind_of = {"PPLC": "capital", "PPLG": "capital", "PPLA": "seat"}
    table, region_seat = [], {}
    for row in rows(raw / "places.tsv"):
        own = row["geonameid"].startswith("c:")
        if own and row["name"] in country_names:
            continue
        pop = int(row["pop"] or 0)
        feature = {"seat": "office"}.get(row["feature"], row["feature"]) if own else kind_of.get(row["feature"], "city")
        capital = feature == "capital"
        name = ENGLISH_NAMES.get(row["name"], clean(re.split(r"\s*/\s*|,\s", row["name"])[0]))
        if not name or (not own and row["feature"] == "PPLX" and pop < 100000):
            continue
        forms, caution = [], set()
        for form in forms_of(row["name"], [name, *row["alt"].split("|")]):
            core = re.sub(r"^the ", "", form)
            if form in country_names and not capital:
                continue  # "Palestine", Texas: the country it is, unless the text says "Palestine, Texas"; too rare to keep
            if core in words or (len(form) <= 3 and not own):
                if not (capital or pop >= 100000):
                    continue
                caution.add("word")
            elif form in persons and not own:
                if not (capital or pop >= 100000 or (feature == "seat" and pop >= 50000)):
                    continue
                caution.add("name")
            forms.append(core)
        forms = list(dict.fromkeys(forms))
        only_pinned = not forms
        if only_pinned:
            forms = [f for f in dict.fromkeys([name, fold(name)]) if latin(f) and f not in country_names and len(f) > 1]
        if not forms:
            continue
        iso3 = "" if row["iso2"] == "XX" else iso3_of[row["iso2"]]
        shown = name if name in forms or own else forms[0]
        if any(ord(c) >= 0x100 for c in shown) and fold(shown) in forms:
            shown = fold(shown)  # news in English writes "Hyderabad", and keeps "Bogotá"
        flag = "pinned" if only_pinned else "word" if "word" in caution else "name" if "name" in caution else ""
        admin = row["admin1"] if not row["admin1"].isdigit() else ""
        if not own:
            seat = region_seat.get((row["iso2"], admin))
            rank = (feature in ("seat", "capital"), pop)
            if admin and (seat is None or rank > seat[0]):
                region_seat[row["iso2"], admin] = (rank, row["lat"], row["lon"], (seat[3] if seat else 0) + pop)
            elif admin:
                region_seat[row["iso2"], admin] = (*seat[:3], seat[3] + pop)
        table.append(["" if own else row["geonameid"], shown, "|".join(f for f in forms if f != shown), "", iso3, admin,
                      f"{float(row['lat']):.4f}", f"{float(row['lon']):.4f}", str(pop), feature, flag])
    cities = {(line[4], form) for line in table if line[10] != "pinned" for form in [line[1], *line[2].split("|")] if form}
    own_names = {form for line in table if not line[0] for form in [line[1], *line[2].split("|")]}
    for (iso2, admin), (_, lat, lon, pop) in sorted(region_seat.items()):
        iso3 = iso3_of[iso2]
        bare = re.sub(r" (Oblast|Province|State|County|Region|District|Governorate|Division|Krai|Prefecture|Department|Republic|Parish)$", "", admin)
        forms = [f for f in forms_of(admin, [bare] if bare not in persons else []) if (iso3, f) not in cities and f not in words and f not in own_names
                 and not (f in country_names and iso2 != "US") and len(f) > 2]
        short = SHORT.get((iso2, admin), "") or ("D.C.|DC" if admin == "District of Columbia" else "")
        if not forms and short:
            forms = [admin]  # "New York": the city is the better reading, but "Albany, N.Y." needs the state
        if not forms:
            continue
        flag = "name" if any(f in persons or f in country_names for f in forms) else ""
        table.append(["", forms[0], "|".join(forms[1:]), short, iso3, admin, f"{float(lat):.4f}", f"{float(lon):.4f}", str(pop), "region", flag])
    for line in table:
        if line[1] == "UN Headquarters":
            line[3] = "United Nations"  # the dateline of reporters there
    for name, alt, lat, lon in CONTINENTS:
        table.append(["", name, alt, "", "", "", f"{lat:.4f}", f"{lon:.4f}", "0", "continent", ""])
    table.sort(key=lambda line: (-int(line[8]), line[1], line[4], line[0]))
    return table


def main():
    raw = pathlib.Path(sys.argv[1])
    countries, iso3_of = country_table(raw)
    names = {form for line in countries for form in [line[1], *line[2].split("|")]}
    write(HERE / "countries.tsv", ["iso3", "name", "alt", "lat", "lon", "caution"], countries)
    write(HERE / "places.tsv", ["geonameid", "name", "alt", "short", "country", "admin1", "lat", "lon", "pop", "feature", "caution"],
          place_tables(raw, names, iso3_of))


if __name__ == "__main__":
    main()
