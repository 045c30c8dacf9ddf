/** Invented companies, and everything that is to be known about them: the sample that the playground opens with. */

/** One company. */
export interface Company {
  readonly name: string;
  readonly website: string;
  readonly country: string;
  readonly city: string;
  readonly industry: string;
  readonly does: string;
  readonly founded: number;
  readonly employees: number;
  readonly round: string;
  /** USD. */
  readonly amount: number;
  readonly announced: string;
  readonly investors: readonly string[];
  readonly person: string;
  readonly title: string;
  readonly since: string;
  readonly plans: readonly string[];
  /** A month, above 0. */
  readonly lowestPrice: number;
  readonly currency: string;
  readonly freePlan: boolean;
  readonly phone: string;
  readonly street: string;
}

/** Name, country, city, industry, founded, employees, and what it does. */
const PROFILES = `
Brotwerk        | Switzerland    | Bern        | Bakery            | 1987 |  140 | Bakes organic bread for restaurants and delivers it before six in the morning
Lumen Optics    | Germany        | Jena        | Laser optics      | 1994 | 2300 | Makes lenses and mirrors for industrial lasers
Fjordline       | Norway         | Bergen      | Ferries           | 1971 |  810 | Runs electric ferries between the towns of the west coast
Tallyroot       | United Kingdom | Leeds       | Accounting        | 2016 |  220 | Keeps the books of small farms from photographs of receipts
Kelpwise        | Ireland        | Galway      | Food              | 2019 |   64 | Grows seaweed and turns it into a salt for the food industry
Nimbus Ledger   | Netherlands    | Utrecht     | Software          | 2014 |  530 | Tells companies what their cloud servers will cost next month
Solvanta        | Spain          | Seville     | Solar energy      | 2009 | 1250 | Builds solar roofs over car parks and sells the power to the shops below
Petal & Pine    | France         | Grenoble    | Cosmetics         | 2012 |   95 | Makes soap and creams from plants of the Alps
Quillmark       | United States  | Portland    | Publishing        | 2018 |   48 | Prints books one at a time for schools and small presses
Harborgrid      | Denmark        | Aarhus      | Energy            | 2015 |  310 | Supplies ships in port with power from the shore
Oakhollow       | Canada         | Halifax     | Furniture         | 1998 |  180 | Builds desks and shelves from storm-felled oak
Veridia Labs    | Belgium        | Ghent       | Biotechnology     | 2017 |  125 | Breeds yeast that makes vanilla without orchids
Copperline      | Chile          | Antofagasta | Mining technology | 2011 |  670 | Measures from the air how much ore a mine has moved
Snowpeak Data   | Finland        | Oulu        | Data centers      | 2013 |  240 | Heats a town with the warmth of its servers
Mangrove Health | Kenya          | Mombasa     | Health care       | 2020 |  390 | Brings doctors to villages on the coast by video
Tinderbox Games | Sweden         | Malmö       | Games             | 2010 |  155 | Makes board games that a phone referees
Aquaforte       | Italy          | Trieste     | Water technology  | 2005 |  420 | Cleans the waste water of dye works so that it can be used again
Bluecart        | Portugal       | Porto       | Logistics         | 2021 |   88 | Delivers parcels by cargo bike in old towns
Rivet & Row     | Japan          | Kobe        | Textiles          | 1962 |  275 | Weaves denim on looms of the nineteen-fifties
Peregrine Maps  | Austria        | Graz        | Geodata           | 2008 |  115 | Draws hiking maps that know which bridge is closed
Zephyr Motors   | South Korea    | Busan       | Electric vehicles | 2016 | 1900 | Makes electric engines for fishing boats
Loopstead       | New Zealand    | Wellington  | Recycling         | 2019 |   72 | Takes back fishing nets and spins carpet yarn from them
Orbital Bakery  | Australia      | Adelaide    | Space technology  | 2018 |  135 | Builds ovens that cure parts of satellites
Saffron Street  | India          | Pune        | Education         | 2015 | 1040 | Teaches cooks of canteens in their own languages
`;

/** Name, last round, USD, day of its announcement, lead investors. */
const ROUNDS = `
Brotwerk        | Series A |   4200000 | 2024-03-12 | Aare Ventures
Lumen Optics    | Series D |  85000000 | 2025-06-03 | Saale Capital; Northlight Partners
Fjordline       | Growth   | 120000000 | 2023-11-21 | Hanseatic Green Fund
Tallyroot       | Series B |  18500000 | 2025-02-18 | Millstone Ventures
Kelpwise        | Seed     |   2100000 | 2024-09-30 | Atlantic Seed; Burren Angels
Nimbus Ledger   | Series C |  46000000 | 2025-09-09 | Dam Square Capital
Solvanta        | Growth   |  95000000 | 2024-05-14 | Meridian Infrastructure
Petal & Pine    | Series A |   6300000 | 2023-10-05 | Isère Invest
Quillmark       | Seed     |   1800000 | 2025-01-22 | Cascade Angels
Harborgrid      | Series B |  27000000 | 2024-11-07 | Baltic Climate Fund; Northlight Partners
Oakhollow       | Series A |   5500000 | 2022-06-16 | Fundy Growth
Veridia Labs    | Series B |  31000000 | 2025-04-29 | Scheldt Bio Ventures
Copperline      | Series C |  52000000 | 2023-08-24 | Andes Capital
Snowpeak Data   | Growth   |  70000000 | 2024-02-01 | Boreal Infrastructure
Mangrove Health | Series B |  22000000 | 2025-07-15 | Savannah Partners; Atlantic Seed
Tinderbox Games | Series A |   7400000 | 2022-09-13 | Öresund Ventures
Aquaforte       | Series B |  19000000 | 2024-06-27 | Adriatic Growth
Bluecart        | Series A |   9800000 | 2025-03-04 | Douro Ventures
Rivet & Row     | Growth   |  12500000 | 2023-04-18 | Kansai Heritage Fund
Peregrine Maps  | Series A |   5100000 | 2024-10-10 | Styria Invest
Zephyr Motors   | Series C |  64000000 | 2025-05-20 | Hanbit Capital; Meridian Infrastructure
Loopstead       | Seed     |   3200000 | 2024-01-25 | Southern Cross Angels
Orbital Bakery  | Series A |  11000000 | 2025-08-12 | Torrens Ventures
Saffron Street  | Series B |  24000000 | 2023-12-06 | Deccan Growth
`;

/** Name, a person, their title, since when, phone, street. */
const PEOPLE = `
Brotwerk        | Livia Aebischer   | Head of Baking            | 2019-04-01 | +41 31 555 01 40   | Kramgasse 12
Lumen Optics    | Jonas Wiegand     | Chief Technology Officer  | 2021-10-01 | +49 3641 555 230   | Carl-Weg 4
Fjordline       | Ingrid Solbakken  | Managing Director         | 2017-08-15 | +47 55 55 08 10    | Bryggekaien 3
Tallyroot       | Priya Hartley     | Chief Executive Officer   | 2016-02-08 | +44 113 555 0220   | 8 Dock Street
Kelpwise        | Ciarán Lally      | Founder                   | 2019-05-20 | +353 91 555 064    | Pier Road 2
Nimbus Ledger   | Maarten Vroege    | Chief Product Officer     | 2022-01-10 | +31 30 555 0530    | Oudegracht 210
Solvanta        | Lucía Benavent    | Head of Operations        | 2020-09-01 | +34 955 55 12 50   | Calle Betis 41
Petal & Pine    | Manon Tissier     | Creative Director         | 2018-03-05 | +33 4 55 55 00 95  | 6 quai Perrière
Quillmark       | Theodore Ashby    | Editor-in-Chief           | 2023-06-12 | +1 503 555 0148    | 310 NW Quill Avenue
Harborgrid      | Freja Munkholm    | Chief Engineer            | 2019-11-04 | +45 86 55 03 10    | Havnegade 17
Oakhollow       | Douglas MacIsaac  | Head of Workshop          | 2011-05-02 | +1 902 555 0180    | 55 Lower Water Street
Veridia Labs    | Hanne Claeskens   | Chief Scientific Officer  | 2017-09-18 | +32 9 555 01 25    | Coupure 90
Copperline      | Rodrigo Illanes   | Chief Executive Officer   | 2014-07-01 | +56 55 555 0670    | Avenida Balmaceda 820
Snowpeak Data   | Aino Kettunen     | Chief Operating Officer   | 2021-03-15 | +358 8 555 0240    | Torikatu 22
Mangrove Health | Amina Wekesa      | Medical Director          | 2020-06-01 | +254 41 555 0390   | Nkrumah Road 14
Tinderbox Games | Elias Brännström  | Lead Designer             | 2013-01-14 | +46 40 555 01 55   | Norra Vallgatan 30
Aquaforte       | Chiara Venturin   | Head of Research          | 2016-10-03 | +39 040 555 0420   | Via del Molo 9
Bluecart        | Tiago Moutinho    | Chief Executive Officer   | 2021-02-01 | +351 22 555 0088   | Rua das Taipas 61
Rivet & Row     | Haruka Ishimori   | Master Weaver             | 2004-04-01 | +81 78 555 0275    | 2-6 Sakaemachi
Peregrine Maps  | Stefan Oberwalder | Chief Cartographer        | 2012-11-05 | +43 316 555 115    | Sporgasse 27
Zephyr Motors   | Min-ji Baek       | Chief Executive Officer   | 2022-04-11 | +82 51 555 1900    | 77 Haeundae-ro
Loopstead       | Tane Whitford     | Founder                   | 2019-08-26 | +64 4 555 0072     | 19 Cuba Street
Orbital Bakery  | Matilda Crane     | Chief Technology Officer  | 2020-02-17 | +61 8 5555 0135    | 4 Rundle Lane
Saffron Street  | Rohan Deshmukh    | Head of Learning          | 2018-07-09 | +91 20 5555 1040   | 11 Prabhat Road
`;

/** Name, plans, lowest monthly price above 0, its currency, whether one plan stays free. */
const PRICES = `
Brotwerk        | Daily basket; Weekly basket; Kitchen     |  89 | CHF | no
Lumen Optics    | Catalogue; Workshop; Production line     | 450 | EUR | no
Fjordline       | Commuter; Family; Freight                | 620 | NOK | no
Tallyroot       | Smallholding; Farm; Estate               |  12 | GBP | yes
Kelpwise        | Taster; Kitchen; Factory                 |  35 | EUR | no
Nimbus Ledger   | Free; Team; Company                      |  49 | EUR | yes
Solvanta        | Shop; Centre                             | 240 | EUR | no
Petal & Pine    | Petite; Grande                           |  19 | EUR | no
Quillmark       | Reader; School; Press                    |   8 | USD | yes
Harborgrid      | Berth; Port                              | 900 | EUR | no
Oakhollow       | Desk rental; Office                      |  30 | CAD | no
Veridia Labs    | Sample; Pilot; Plant                     | 150 | EUR | yes
Copperline      | Survey; Season; Mine                     | 700 | USD | no
Snowpeak Data   | Rack; Row; Hall                          | 210 | EUR | no
Mangrove Health | Visit; Family; Clinic                    |   5 | USD | yes
Tinderbox Games | Player; Club                             |  45 | SEK | yes
Aquaforte       | Test; Works                              | 380 | EUR | no
Bluecart        | Shop; Street; Town                       |  25 | EUR | no
Rivet & Row     | Repair; Wardrobe                         | 900 | JPY | no
Peregrine Maps  | Walker; Guide; Club                      |   4 | EUR | yes
Zephyr Motors   | Boat; Fleet                              | 130 | USD | no
Loopstead       | Harbour; Coast                           |  60 | NZD | no
Orbital Bakery  | Part; Batch; Programme                   | 520 | AUD | no
Saffron Street  | Canteen; Chain                           | 999 | INR | yes
`;

/** The cells of a table by the name in its first column. */
function byName(table: string): ReadonlyMap<string, readonly string[]> {
  const lines = table.trim().split('\n');
  return new Map(
    lines.map((line) => {
      const [name = '', ...cells] = line.split('|').map((cell) => cell.trim());
      return [name, cells];
    }),
  );
}

const [ROUNDS_OF, PEOPLE_OF, PRICES_OF] = [ROUNDS, PEOPLE, PRICES].map(byName);

/** All of them, in the order of the table. */
export const COMPANIES: readonly Company[] = [...byName(PROFILES)].map(([name, profile]) => {
  const [country = '', city = '', industry = '', founded, employees, does = ''] = profile;
  const [round = '', amount, announced = '', investors = ''] = ROUNDS_OF?.get(name) ?? [];
  const [person = '', title = '', since = '', phone = '', street = ''] = PEOPLE_OF?.get(name) ?? [];
  const [plans = '', lowest, currency = '', free] = PRICES_OF?.get(name) ?? [];
  return {
    ...{ name, website: websiteOf(name), country, city, industry, does, round, announced },
    ...{ person, title, since, phone, street, currency, freePlan: free === 'yes' },
    ...{ founded: Number(founded), employees: Number(employees), amount: Number(amount) },
    ...{ lowestPrice: Number(lowest), investors: investors.split('; '), plans: plans.split('; ') },
  };
});

/** `.example` is nobody’s (RFC 2606). */
function websiteOf(name: string): string {
  return `${name.toLowerCase().replace(/[^a-z]/g, '')}.example`;
}

/** A statement about a company that somebody might want checked: every third one is wrong. */
export interface Claim {
  readonly text: string;
  readonly verdict: 'confirmed' | 'contradicted';
  /** What is right instead; '' where the statement is. */
  readonly correct: string;
  readonly evidence: string;
}

/** The claim in the table about the company at this place. */
export function claimOf({ name, founded, employees, city }: Company, at: number): Claim {
  const isTrue = at % 3 !== 2;
  const year = isTrue ? founded : founded - 12;
  const place = isTrue ? city : (COMPANIES[at - 1]?.city ?? '');
  const staff = isTrue ? employees : employees * 3;
  const facts = [
    [`${name} was founded in ${year}.`, `${name} was founded in ${founded}.`],
    [`${name} has its headquarters in ${place}.`, `${name} has its headquarters in ${city}.`],
    [`${name} has ${staff} employees.`, `${name} has ${employees} employees.`],
  ] as const;
  const [text, truth] = facts[Math.floor(at / 3) % 3] ?? facts[0];
  return {
    text,
    verdict: isTrue ? 'confirmed' : 'contradicted',
    correct: isTrue ? '' : truth,
    evidence: `“${truth}” (Companies of the World)`,
  };
}

/** The table: headings, then one company a row. Each starter template of the sidebar finds its columns in it. */
export function companyTable(): string[][] {
  const rows = COMPANIES.map((company, at) => {
    const { name, website, country, person } = company;
    return [name, website, country, person, `https://${website}/pricing`, claimOf(company, at).text];
  });
  return [['Company', 'Website', 'Country', 'Contact', 'Price page', 'Claim'], ...rows];
}
