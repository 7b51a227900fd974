// Writes packs/calendar/holidays.json from the npm package chinese-days (MIT), which follows the yearly notices of the State
// Council's office. Only what differs from an ordinary week is kept: weekdays that are rest days, weekends that are worked.
//   cd tools/holidays && npm ci && node make.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const read = path => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'));
const { version, license } = read('node_modules/chinese-days/package.json');
const { holidays, workdays } = read('node_modules/chinese-days/dist/chinese-days.json');

const isWeekend = day => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());
const years = {};
const put = (kind, days) => {
  for (const day of Object.keys(days).sort()) {
    const name = days[day].split(',')[1];
    const year = (years[day.slice(0, 4)] ??= { rest: {}, work: {} });
    (year[kind][name] ??= []).push(day.slice(5));
  }
};
put('rest', Object.fromEntries(Object.entries(holidays).filter(([day]) => !isWeekend(day))));
put('work', workdays);

const days = names => `{ ${Object.entries(names).map(([name, list]) => `${JSON.stringify(name)}: [${list.map(day => `"${day}"`).join(', ')}]`).join(', ')} }`;
const lines = Object.keys(years).sort().map(year => `    "${year}": {\n      "rest": ${days(years[year].rest)},\n      "work": ${days(years[year].work)}\n    }`);
const text = `{
  "$schema": "schema.json",
  "source": "chinese-days ${version} (npm, ${license})",
  "years": {
${lines.join(',\n')}
  }
}
`;
writeFileSync(new URL('../../packs/calendar/holidays.json', import.meta.url), text);
