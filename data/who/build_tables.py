#!/usr/bin/env python3
"""Derives states.tsv, persons.tsv, unconfirmed.tsv, orgs.tsv, groups.tsv and names.tsv from the raw tables of facts.

usage: build_tables.py RAW_FOLDER        (writes beside this script)

The other tables of this folder (titles, words, bodies, homographs, not_actors, persons_past, orgs_own, agencies, aid, movements,
parties, collectives, surname_states) are kept by hand.
"""
import calendar
import csv
import pathlib
import re
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent

# Names that the raw table lacks, by state; former states are named under their successor.
EXTRA_NAMES = {
    "RUS": ["Soviet Union", "USSR", "U.S.S.R.", "Union of Soviet Socialist Republics", "the Soviets"],
    "CZE": ["Czechoslovakia"], "SRB": ["Yugoslavia", "Serbia and Montenegro"], "DEU": ["West Germany", "East Germany", "German Democratic Republic", "GDR"],
    "COD": ["Zaire", "Democratic Republic of Congo", "Congo"], "TUR": ["Ottoman Empire"], "VNM": ["North Vietnam", "South Vietnam", "Viet Nam"],
    "YEM": ["North Yemen", "South Yemen"], "GBR": ["United Kingdom", "Britain", "Great Britain", "U.K.", "UK", "England"],
    "NLD": ["the Netherlands", "Holland"], "GMB": ["The Gambia"], "CIV": ["Ivory Coast", "Cote d'Ivoire"], "SWZ": ["Swaziland"],
    "MMR": ["Burma"], "TLS": ["East Timor"], "PSE": ["Palestine", "Palestinian Authority", "the Palestinians", "Palestinian National Authority", "P.A."],
    "NRU": ["Nauru"], "COG": ["Republic of Congo", "Congo-Brazzaville"], "SYR": ["Syrian Arab Republic"], "LAO": ["Laos"],
    "KOR": ["ROK", "R.O.K.", "S. Korea", "S.Korea", "South Korea", "Korea", "Republic of Korea"],
    "PRK": ["DPRK", "D.P.R.K.", "N. Korea", "N.Korea", "N.K.", "NK", "North Korea", "Korea"],
    "CHN": ["mainland China", "Communist China", "PRC", "P.R.C."], "USA": ["America", "US", "U.S.", "USA", "U.S.A.", "United States"],
    "ARE": ["UAE", "U.A.E.", "the Emirates"], "KGZ": ["Kyrgyzstan", "Kyrgyz Republic"], "MKD": ["Macedonia"], "BIH": ["Bosnia"], "VAT": ["Vatican", "Vatican City", "Holy See"],
    "SAU": ["KSA"], "NZL": ["NZ"], "PNG": ["PNG"],
}
EXTRA_ADJECTIVES = {
    "RUS": ["Soviet"], "CZE": ["Czechoslovak", "Czechoslovakian"], "SRB": ["Yugoslav", "Yugoslavian"], "TUR": ["Ottoman"], "DEU": ["East German", "West German"],
    "GBR": ["British", "English", "Scottish", "Welsh"], "IRL": ["Irish"], "PSE": ["Palestinian"], "ARE": ["Emirati"], "USA": ["American"], "ARG": ["Argentine", "Argentinian", "Argentinean"],
    "BRA": ["Brazilian"], "KOR": ["South Korean", "S. Korean"], "PRK": ["North Korean", "N. Korean"], "NZL": ["New Zealand"], "ESH": ["Sahrawi", "Saharawi"],
    "CYP": ["Cypriot", "Greek Cypriot", "Turkish Cypriot"], "NLD": ["Dutch"], "BIH": ["Bosnian"], "SAU": ["Saudi", "Saudi Arabian"], "AFG": ["Afghan"], "SEN": ["Senegalese"], "NPL": ["Nepalese"],
    "MDV": ["Maldivian"], "BGD": ["Bangladeshi"], "VNM": ["Vietnamese"], "CHE": ["Swiss"], "SLV": ["Salvadoran", "Salvadorean"], "PAN": ["Panamanian"], "ECU": ["Ecuadorean"],
    "UKR": ["Ukrainian"], "AZE": ["Azeri"], "BFA": ["Burkinabe"], "BWA": ["Botswanan"], "COM": ["Comorian"], "LSO": ["Basotho"], "ZAF": ["South African"], "VAT": ["papal"],
}
# Combining forms of compounds: "Sino-Russian", "Franco-German". Only before a hyphen.
COMBINING = {"CHN": ["Sino"], "RUS": ["Russo"], "FRA": ["Franco"], "GBR": ["Anglo"], "AFG": ["Afghano"], "DEU": ["Germano"], "JPN": ["Nippo"], "IND": ["Indo"],
             "TUR": ["Turko", "Turco"], "ITA": ["Italo"], "GRC": ["Graeco", "Greco"], "POL": ["Polono"], "FIN": ["Finno"], "ESP": ["Hispano"], "AUT": ["Austro"], "SRB": ["Serbo"],
             "USA": ["Americano"]}
PEOPLE = {"Dane", "Danes", "Finn", "Finns", "Swede", "Swedes", "Pole", "Poles", "Spaniard", "Spaniards", "Turk", "Turks", "Serbs", "Croats", "Briton", "Britons", "Brit", "Brits",
          "Filipinos", "Icelander", "New Zealander", "New Zealanders", "Luxembourger", "Hong Konger", "Liechtensteiner", "Greenlander", "Surinamer", "Kosovars", "Kiwi"}
# Seats that stand for the government; a town that is only a town, or mostly something else, is left out.
EXTRA_SEATS = {
    "BRA": ["Brasilia", "Brasília", "Planalto", "Itamaraty"], "COL": ["Bogota", "Bogotá"], "CRI": ["San Jose", "San José"], "MDV": [], "PRY": ["Asuncion", "Asunción"],
    "CMR": ["Yaounde", "Yaoundé"], "TGO": ["Lome", "Lomé"], "GBR": ["London", "Downing Street", "10 Downing Street", "Whitehall", "No. 10", "Number 10", "Buckingham Palace"], "BEL": [],
    "UKR": ["Kyiv", "Kiev", "Bankova"], "MNG": ["Ulaanbaatar", "Ulan Bator"], "MMR": ["Naypyidaw", "Naypyitaw", "Nay Pyi Taw", "Rangoon", "Yangon"],
    "USA": ["Washington", "Washington, D.C.", "White House", "Foggy Bottom", "Capitol Hill", "Oval Office", "Mar-a-Lago"], "FRA": ["Paris", "Elysee", "Élysée", "Elysee Palace", "Quai d'Orsay", "Matignon"],
    "KOR": ["Seoul", "Blue House", "Cheong Wa Dae"], "PRK": ["Pyongyang"], "RUS": ["Moscow", "Kremlin"], "CHN": ["Beijing", "Peking", "Zhongnanhai"], "IND": ["New Delhi", "Delhi", "South Block", "Raisina Hill"],
    "ISR": ["Jerusalem", "Tel Aviv"], "KWT": ["Kuwait City"], "MEX": ["Mexico City", "Los Pinos"], "DEU": ["Berlin", "Bonn"], "LKA": ["Colombo"], "TZA": ["Dodoma", "Dar es Salaam"],
    "NGA": ["Abuja", "Aso Rock", "Aso Villa"], "NLD": [], "CHE": ["Bern", "Berne"], "BOL": ["La Paz"], "CIV": ["Yamoussoukro", "Abidjan"], "YEM": ["Sanaa", "Sana'a", "Aden"],
    "LBY": ["Tripoli", "Benghazi", "Tobruk"], "PSE": ["Ramallah"], "KAZ": ["Astana", "Nur-Sultan", "Akorda"], "ARE": ["Abu Dhabi"], "SAU": ["Riyadh"], "PAK": ["Islamabad", "Rawalpindi"],
    "AFG": ["Kabul"], "MDA": ["Chisinau", "Chișinău"], "JOR": ["Amman"], "LUX": [], "SGP": [], "DJI": [], "SMR": [], "MCO": [], "GTM": ["Guatemala City"], "PAN": ["Panama City"], "GIB": [],
    "IDN": ["Jakarta", "Merdeka Palace"], "JPN": ["Tokyo", "Kantei", "Nagatacho", "Kasumigaseki"], "TCD": ["N'Djamena", "Ndjamena"], "MYS": ["Kuala Lumpur", "Putrajaya", "Wisma Putra"],
    "ETH": ["Addis Ababa"], "TWN": ["Taipei"], "AUT": ["Vienna"], "GUY": [], "JAM": [], "BRB": ["Bridgetown"], "SYC": [], "SDN": ["Khartoum", "Port Sudan"], "KEN": ["Nairobi"], "ZAF": ["Pretoria", "Union Buildings"],
    "TUN": ["Tunis"], "IRQ": ["Baghdad"], "IRN": ["Tehran", "Teheran"], "EGY": ["Cairo"], "TUR": ["Ankara", "Bestepe"], "VAT": [],
}
DROP_NAMES = {"Virgin Islands of the United States", "Island", "Mann", "Internet", "Online", "Truk", "Awal", "Best Korea", "and Yap Districts", "South", "the South", "North", "the North", "the Kingdom", "Kingdom", "Brazzaville", "Persia",
              "Islamic Republic", "Emirates", "West Bank", "Gaza", "Gaza Strip", "Ifni", "French Sudan", "Upper Peru", "Hofburg", "Tahiti", "Trust Territory of the Pacific Islands", "Netherlands Antilles",
              "Norman Isles", "German Reich", "Cyberspace", "Jersey", "Sark", "Aquaserbia", "Misr", "Suomi", "Irak", "Iraki", "Congo Free State", "Spanish Sahara", "Western Sahara", "Mali Federation",
              "Sudanese Republic", "Malaya", "Hindustan", "Formosa", "Tunis", "Quito", "Tobago", "Mayotte", "States", "Kolombia", "Magyar", "ROC", "R.O.C.", "CAR", "CH", "Republic of China"}
KEEP_SHORT = {"UAE", "DRC", "PRC", "ROK", "US", "UK", "USA", "NK", "KSA", "NZ", "PNG", "GDR", "USSR", "DPRK"}


def fold(text):
    text = text.replace("’", "'").replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("đ", "d").replace("ı", "i").replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def key(text):
    return tuple(w for w in re.split(r"[^a-z0-9+]+", fold(text).replace(".", "").lower()) if w)


def latin(text):
    return bool(re.fullmatch(r"[A-Za-z0-9 .,'&/+\-]+", fold(text)))


def rows(folder, name):
    with open(folder / name, encoding="utf-8", newline="") as f:
        yield from csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)


def cell(text):
    return [v.strip() for v in (text or "").split("|") if v.strip()]


def unique(values):
    seen, out = set(), []
    for v in values:
        if v not in seen:
            seen.add(v)
            out.append(v)
    return out


def write(name, header, table):
    with open(HERE / name, "w", encoding="utf-8", newline="\n") as f:
        f.write("\t".join(header) + "\n")
        for row in table:
            assert len(row) == len(header) and not any("\t" in c or "\n" in c for c in row), row
            f.write("\t".join(row) + "\n")
    print(f"{name}: {len(table)} rows")


def states(raw):
    source = [r for r in rows(raw, "countries.tsv") if r["kind"] != "former" and r["iso3"] not in {"ATA", "CPT", "CRQ", "ANT"} and r["name"] != "Cyberspace"]
    owner = {}  # a name written in capitals or in small letters is the same name
    table = []
    primary = {key(r["name"]): r["iso3"] for r in source}
    for r in source:
        iso, name = r["iso3"], {"PSE": "Palestine", "TUR": "Turkey", "NRU": "Nauru", "VAT": "Vatican", "CPV": "Cape Verde", "HKG": "Hong Kong", "MAC": "Macau"}.get(r["iso3"], r["name"])
        demonyms = [d for d in cell(r["demonyms"]) if "/" not in d]
        people = [d for d in demonyms if d in PEOPLE or (re.search(r"(man|woman)$", d) and d not in {"German", "East German", "West German", "Ottoman"}) or (d.endswith("s") and d[:-1] in demonyms)]
        adjectives = [d for d in demonyms if d not in people and d not in {"UK", "U.S.", "US", "Chinese/Hong Konger", "Congo", "Motswana", "Channel Islander"} and len(d) > 2]
        if iso in {"ABW", "CUW", "MAC"}:
            adjectives = [a for a in adjectives if a not in {"Dutch", "Chinese"}]
        adjectives = unique(adjectives + EXTRA_ADJECTIVES.get(iso, []))
        adjectives = [a for a in adjectives if a != name or iso in {"NZL"}]
        people = unique(people + [a + "s" for a in adjectives if re.search(r"(an|[iktb]|ic|ev|Serb|Croat|Czech|Afghan)$", a) and not re.search(r"(ic|sh)$", a) and a not in {"papal"}])
        names = [name] + [n for n in [r["name"], r["official_name"]] + cell(r["other_names"]) + EXTRA_NAMES.get(iso, [])]
        kept = []
        for n in unique(names):
            n = n.strip().rstrip(",")
            plain = re.sub(r"^[Tt]he ", "", n)
            if n in DROP_NAMES or not latin(n) or re.search(r"[(,;&/]", n) or (n in demonyms and plain != name and plain not in KEEP_SHORT and plain != 'U.S.'):
                continue
            if re.fullmatch(r"[A-Z.]{1,4}", plain) and plain.replace(".", "") not in KEEP_SHORT:
                continue
            if not plain[0].isupper() and plain != name:
                continue
            if iso == "GBR" and "Jersey" in n or len(plain) < 2:
                continue
            k = key(plain)
            if k in primary and primary[k] != iso:
                continue
            if owner.get(k, iso) != iso and n != "Korea":  # which Korea, the article decides
                continue
            owner[k] = iso
            kept.append(plain)
        if iso in EXTRA_SEATS:
            seats = EXTRA_SEATS[iso]
        elif r["kind"] == "territory" or r["parent"]:
            seats = []
        else:
            seats = [s for s in cell(r["seat_metonyms"]) if latin(s) and not re.search(r"no official|administered| in |&", s)]
            seats = [s for s in seats if key(s) not in primary and s not in {"Victoria", "Kingston", "Georgetown", "Stanley", "Hamilton", "Douglas", "Jamestown", "Plymouth", "Saint John's",
                     "Saint George's", "Saint Helier", "Saint Peter Port", "George Town", "Grand Turk", "Road Town", "Majlis", "GHQ", "MEA", "Royal Court", "Green Zone", "Knesset", "Verkhovna Rada"}]
        table.append((iso, name, "|".join(unique(kept)), "|".join(adjectives), "|".join(people), "|".join(unique(seats)), "|".join(COMBINING.get(iso, []))))
    write("states.tsv", ["id", "name", "names", "adjectives", "people", "seats", "combining"], table)


def day(text, last):
    m = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", text or "")
    if not m:
        return ""
    y, mo, d = int(m[1]), int(m[2] or (12 if last else 1)), m[3]
    return f"{y:04}-{mo:02}-{int(d) if d else (calendar.monthrange(y, mo)[1] if last else 1):02}"


def persons(raw):
    """`last` is the last day on which the source attests the office: its end, or the day up to which an open row is attested."""
    merged = {}
    territory = {r["iso3"] for r in rows(raw, "countries.tsv") if r["parent"] or r["kind"] == "territory"}
    crown = {r["name"] for r in rows(raw, "persons_recent.tsv") if r["country"] == "GBR" and r["role_class"] == "head_of_state"}
    for r in rows(raw, "persons_recent.tsv"):
        if r["source"] == "wikidata-wlc" or not re.fullmatch(r"[A-Za-z0-9\-]+", r["country"]):
            continue
        if r["role_class"] == "head_of_state" and (r["country"] in territory or (r["country"] != "GBR" and r["name"] in crown)):
            continue  # the head of another state, listed once more
        if r["role_class"] == "head_of_government" and r["role"] == "President" and r["country"] in territory:
            continue
        if r["role"] == "Co-prince" or (r["role_class"] == "head_of_state" and r["country"] == "WLF"):
            continue  # the French president by another title
        start, last = day(r["start"], False), day(r["end"], True) or day(r["open_as_of"], True)
        name = re.sub(r"\s*\([^)]*\)", "", r["name"]).split(", also")[0].split(", aka")[0]
        name = re.sub(r", (Jr|Sr)\.?$|, (Lord|Baron|Baroness|Viscount|\d+\w+|Lt|Gen|Counselor|Adm|Dr).*$", "", name).strip()
        name = re.sub(r"^((Crown Prince|King|Queen|Sheikh|Emir|Amir|Sultan|President|Prime Minister|Prince|Princess|Hon|Honorable|The|Sir|Dame|Dr|General|Gen|Lt|Col|Major|Maj|Captain|Admiral|Adm|Brigadier|Mr|Mrs|Ms|Cardinal|Ayatollah|Chancellor|Field Marshal|Pope|Tun|Datuk|Dato|Seri)\.?,? )+(?=\S+ \S)", "", name).strip()
        if not start or not last or start > last or "," in name or not latin(name) or '"' in name or name.startswith("deputy "):
            continue
        if len(key(name)) > 6:
            continue
        office = r["role"].strip()
        if re.search(r"appointed|\(", office, re.I):
            office = re.sub(r"\s*\([^)]*\)", "", office)
        aliases = [a for a in cell(r["aliases"]) if latin(a) and "," not in a and len(key(a)) > 1 and not re.match(r"(President|Prime|King|Queen|Minister|Sheikh|General|Dr|Crown|Prince|Princess|Sultan|Emir|Pope|Chancellor)\b", a)]
        aliases = [a for a in aliases if key(a) != key(name)]
        seen, kept = {key(name)}, []
        for a in aliases:
            if key(a) not in seen:
                seen.add(key(a))
                kept.append(a)
        surname = (r["surname"] or name.split()[-1]).strip()
        if key(surname) and not set(key(surname)) <= set(key(name)):
            surname = name.split()[-1]
        state = {"ICCt": "ICC", "CE": "COE", "C": "COMMONWEALTH", "AfDB": "AFDB", "IBRD": "IBRD"}.get(r["country"], r["country"])
        at = (key(name), state, office.lower())
        confirmed = r["source"] != "curated" or bool(r["verified"])
        terms = merged.setdefault(at, [])
        for old in terms:
            if old[6] <= last and start <= old[7]:  # two sources on one term: what both together attest
                old[6], old[7], old[8] = min(old[6], start), max(old[7], last), old[8] or confirmed
                break
        else:
            terms.append([name, "|".join(kept), state, office, r["role_class"], surname, start, last, confirmed])
    table = sorted(tuple(term) for terms in merged.values() for term in terms)
    write("persons.tsv", ["name", "aliases", "state", "office", "class", "surname", "first", "last"], [term[:8] for term in table])
    write("unconfirmed.tsv", ["name", "state", "office", "first"], [(t[0], t[2], t[3], t[6]) for t in table if not t[8]])


ORG_DROP = {"C", "CD", "CP", "EC", "FZ", "NC", "IS", "CAN", "CE", "SPC", "ZC", "AI", "BRI", "CPTPP", "IPEF", "NAFTA", "USMCA", "RCEP", "Schengen Convention", "UN Security Council", "IDF", "KPA", "PLA",
            "GCTU", "ITUC", "WFTU", "Paris Club", "G-10", "G-11", "G-15", "G-24", "G-5", "G-9", "IRNA", "KCNA", "TASS", "XINHUA", "YONHAP", "IOC", "ISO", "WEF", "NAM", "CAC", "UNSG", "SAC", "ICC_CHAMBER",
            "FARC-D", "Entente", "PFP", "EMU", "IDA", "IFC", "MIGA", "Petrocaribe", "PROSUR", "Sparteca", "Union Latina", "ESA", "AES", "QUAD", "E3", "P51", "HRW", "MSF", "BLA", "GNU_LBY", "Benelux", "P5", "SAF_SDN", "CERN", "AMM", "OPECPLUS"}


# Acronyms read as words, which British papers write with one capital.
TITLE_CASED = {"NATO", "ASEAN", "UNESCO", "UNICEF", "OPEC", "APEC", "ECOWAS", "SAARC", "AUKUS", "UNIFIL", "INTERPOL", "UNRWA", "MINUSMA", "BRICS", "CARICOM"}


def orgs(raw):
    """International organisations keep their acronym as state; organs take their organisation's."""
    state_of = {"EUCO": "EU", "EEAS": "EU", "EP": "EU", "ECB": "EU", "EIB": "EU", "UNSC": "UN", "UNGA": "UN", "OCHA": "UN", "UNHRC": "UN", "OHCHR": "UN", "UNC": "UN", "IRGC": "IRN", "JCS_KOR": "KOR",
                "CPC": "CHN", "WPK": "PRK", "PLO": "PSE", "FATAH": "PSE", "HAMAS": "PSE", "PIJ": "PSE", "HEZBOLLAH": "LBN", "HOUTHIS": "YEM", "TALIBAN": "AFG", "TTP": "PAK", "TRF": "IND", "LET": "PAK",
                "SDF": "SYR", "SNA": "SYR", "HTS": "SYR", "YPG": "SYR", "PKK": "TUR", "RSF": "SDN", "SPLM-N": "SDN", "LNA": "LBY", "AA_MMR": "MMR", "KNU": "MMR", "MNDAA": "MMR", "NUG": "MMR",
                "STC_YEM": "YEM", "TPLF": "ETH", "ALSHABAAB": "SOM", "BOKOHARAM": "NGA", "ISWAP": "NGA", "AFC-M23": "COD", "ADF": "COD", "FDLR": "COD", "JNIM": "MLI", "ELN": "COL", "POLISARIO": "ESH",
                "PMF": "IRQ", "AQAP": "YEM", "ISKP": "AFG", "USFK": "USA", "CFC": "KOR", "WAGNER": "RUS", "TDA": "VEN", "CJNG": "MEX", "SINALOA": "MEX", "ALQAEDA": "", "UNRWA": "UNRWA"}
    kinds = {"armed_group": "group", "criminal": "group", "party": "group", "government": "organisation", "military": "organisation", "forum": "organisation"}
    un = re.compile(r"^(UN |United Nations )")
    table = []
    for r in rows(raw, "orgs.tsv"):
        if r["id"] in ORG_DROP or r["kind"] in {"pact", "programme", "state_media", "media"}:
            continue
        name = r["name"].split(" (")[0].split(" / ")[0]
        acronyms = [a for a in cell(r["acronyms"]) if a not in {"Berlaymont", "Turtle Bay", "the bloc", "Brussels", "U.N. chief", "UN chief", "nuclear watchdog", "General Assembly" if r["id"] != "UNGA" else "", "AQ", "LeT",
                    "Israeli military", "Israeli army", "Chinese military", "North Korean army", "COP28", "COP29", "COP30", "Haftar's forces", "Quad", "Davos", "Strasbourg parliament", "European three",
                    "Workers' Party", "Wagner", "JCS", "EP", "CoE", "Council of the European Union"}]
        names = unique([name] + acronyms + ([r["id"]] if re.fullmatch(r"[A-Z]{3,}", r["id"]) and len(r["id"]) < 8 and r["kind"] == "igo" else []))
        names += [re.sub("^UN ", "United Nations ", n) for n in names if n.startswith("UN ")] + [re.sub("^United Nations ", "U.N. ", n) for n in names if un.match(n)]
        names += [n.capitalize() for n in names if re.fullmatch(r"[A-Z]{4,8}", n) and n in TITLE_CASED]
        state = state_of.get(r["id"])
        if state is None:
            state = r["id"].upper() if re.fullmatch(r"[A-Za-z0-9\-+]+", r["id"]) else "".join(w[0] for w in name.split()).upper()
            state = {"ICCT": "ICC"}.get(state, state).replace("+", "")
            if name.startswith("UN ") and r["id"] not in {"UNESCO", "UNICEF", "UNHCR", "UNDP", "UNCTAD", "UNEP", "UNIDO", "UNRWA", "UNFCCC"}:
                state = "UN"
        names = unique(re.sub(r"^[Tt]he ", "", n) for n in names)
        names = [n for n in names if not (re.fullmatch(r"[A-Z]{2}", n) and n not in {"UN", "EU", "AU"})]
        slug = r["id"] if kinds.get(r["kind"], "organisation") == "organisation" and r["kind"].startswith("igo") and state == r["id"].upper() else ""
        table.append((state if slug else re.sub(r"[^a-z0-9]+", "-", fold(name).lower()).strip("-"), name, "|".join(names), kinds.get(r["kind"], "organisation"), state))
    write("orgs.tsv", ["id", "name", "names", "kind", "state"], table)


GROUP_NOUN = re.compile(r"\b(ARMY|FRONT|BRIGADES?|MOVEMENT|GROUP|ORGANI[SZ]ATION|COMMAND|LIBERATION|TIGERS|MILITIA|PARTY|PATH|FACTION|JIHAD|HEZBOLLAH|SAYYAF|ISLAMIYAH?|ISLAMIYYA|DINE|MUJAHIDEEN|MUJAHEDIN|SHARIA|RESISTANCE FORCE|COUNCIL OF NAGALAND.*)\b")

GENERIC_GROUPS = """army of national liberation|communist workers movement|international communist group|islamic party|islamic renewal movement|islamic resistance brigades|kurdish democratic party|liberation battalion|maoist communist party|mujahideen army|national liberation action|national liberation movement|national liberation union|national revolutionary command|national revolutionary front|people's command|people's liberation forces|people's revolutionary front|people's revolutionary organization|people's united liberation front|people's vanguard organization|popular liberation army|popular revolutionary army|popular revolutionary front|resistance liberation and independence organization|revolutionary action party|revolutionary army|revolutionary army of the people|revolutionary autonomous group|revolutionary brigades|socialist nationalist front|united freedom front|united popular action movement|united revolutionary front|workers revolutionary party|youth action group""".split("|")


def groups(raw):
    """Armed and political groups of the PETRARCH-2 dictionaries (MIT notice in data/README.md) that have a state."""
    iso = {r["iso3"] for r in rows(raw, "countries.tsv")}
    taken = set()
    for name in ("orgs.tsv", "orgs_own.tsv", "agencies.tsv", "aid.tsv", "movements.tsv", "parties.tsv"):
        for r in rows(HERE, name):
            taken |= {key(n) for n in cell(r["names"])}
    # Names that groups of several states have had: read by their make, without a state.
    generic = {key(n) for n in GENERIC_GROUPS}
    table = []
    for r in rows(raw, "actors_phoenix.tsv"):
        m = re.match(r"([A-Z]{3})REB", r["codes"] or "")
        if r["file"] != "Phoenix.MilNonState.actors.txt" or not m or m[1] not in iso:
            continue
        good = [re.sub(r"\s*\([^)]*\)", "", n).strip() for n in [r["name"]] + cell(r["synonyms"])]
        good = [n for n in good if GROUP_NOUN.search(n) and 2 <= len(key(n)) <= 7 and latin(n)]
        good = [n for n in good if key(n) not in taken and n not in {"POPULAR FRONT", "PEOPLES LIBERATION ARMY", "RED ARMY", "PEOPLE'S ARMY", "NATIONAL FRONT", "UNITED FRONT", "COMMUNIST PARTY", "SOCIALIST PARTY",
                "WHITE PATRIOT PARTY", "REPUBLICAN ARMY", "WAFFEN SS", "LIBERATION ARMY", "ISLAMIC GROUP", "ISLAMIC MOVEMENT", "LIBERATION FRONT"}]
        if not good:
            continue
        small = {"of", "the", "and", "for", "in", "de", "la", "al", "i", "e"}
        title = [" ".join(w.lower() if w.lower() in small and i else "-".join(p.capitalize() for p in w.split("-")) for i, w in enumerate(n.split())) for n in unique(good)]
        for n in good:
            taken.add(key(n))
        if key(good[0]) in generic:
            continue
        table.append((re.sub(r"[^a-z0-9]+", "-", fold(title[0]).lower()).strip("-"), title[0], "|".join(title), "group", m[1]))
    write("groups.tsv", ["id", "name", "names", "kind", "state"], sorted(set(table)))


# Words of offices that the source counts among the parts of names.
NOT_GIVEN = set("""affairs political charge consul general man do state first secretary minister rights may per van bin ould del deputy director and for the national public chairman
embassy counselor counsellor permanent mission advisor adviser chief head office minor hon international union social economic north south east west central development security
commerce foreign trade interim acting vice prime president vacant representative ambassador control policy council justice supreme court interior finance defense defence health labor
education planning culture water energy environment special envoy appointed designate republic democratic party former saint san santa""".split())


def names(raw):
    """Given names, to see that "Jordan" is a person here; surnames that stand first, to find the short form."""
    table = []
    east = {"KR", "KP", "CN", "TW", "HK", "VN", "KH"}
    for r in rows(raw, "given_names.tsv"):
        n = fold(r["name"])
        if re.fullmatch(r"[A-Z][a-z]+", n) and len(n) > 2 and n.lower() not in NOT_GIVEN and ("sigpwned" in r["source"] or int(r["count_in_persons"]) > 1):
            table.append((n.lower(), "given"))
    for r in rows(raw, "surnames.tsv"):
        n = fold(r["name"])
        iso2 = set(r["iso2"].split("|"))
        if re.fullmatch(r"[A-Z][a-z]+", n) and len(n) < 8 and (iso2 <= east or ("sigpwned" in r["source"] and iso2 & east)):
            table.append((n.lower(), "family_first"))
    write("names.tsv", ["name", "use"], sorted(set(table)))


def main():
    raw = pathlib.Path(sys.argv[1])
    states(raw)
    persons(raw)
    orgs(raw)
    groups(raw)
    names(raw)


if __name__ == "__main__":
    main()
