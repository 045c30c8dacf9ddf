/** Which of the invented companies a question asks a list of: those of a place and of an industry, the largest by their employees. */
import { askedIn, chosenFrom } from '../doubles/linkup/knowledge/list-question';
import { COMPANIES, type Company } from './companies';

/** The companies in the order that is asked for; undefined where the question asks for no list of them. */
export function companiesAsked(question: string): readonly Company[] | undefined {
  const asked = askedIn(question);
  if (!/\b(companies|firms|businesses|employers|start-?ups)\b/i.test(asked)) return undefined;
  const isNamed = (text: string): boolean => asked.toLowerCase().includes(text.toLowerCase());
  const fits = (about: (company: Company) => readonly string[], company: Company): boolean =>
    about(company).some(isNamed) || !COMPANIES.some((each) => about(each).some(isNamed));
  return chosenFrom(
    question,
    COMPANIES.filter((each) => fits(placesOf, each) && fits(industryOf, each)),
    { name: ({ name }) => name, size: ({ employees }) => employees },
  );
}

const placesOf = ({ country, city }: Company): readonly string[] => [country, city];

/** “Energy companies” are of solar energy, too. */
const industryOf = ({ industry }: Company): readonly string[] => [
  industry,
  industry.split(' ').at(-1) ?? industry,
];
