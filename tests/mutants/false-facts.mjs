/**
 * Plants thirty false facts, one after the other, in prose, tables and the description of the API, in a copy of the project,
 * and says which test notices each. Exit code 1 if one is noticed by nothing.
 * `node tests/mutants/false-facts.mjs [NUMBER …]`
 */
import { facts } from './facts/facts.mjs';
import { compile, firstFailing, planted } from './planting.mjs';
import { openWorkshop } from './workshop.mjs';

const wanted = process.argv.slice(2).map(Number);
const chosen = facts.filter(({ number }) => wanted.length === 0 || wanted.includes(number));
for (const fact of chosen) planted(fact);
const workshops = { spoilt: openWorkshop(), sound: openWorkshop() };
const proven = new Set();
let noticed = 0;
try {
  await compile(workshops.spoilt, 'no false fact');
  await compile(workshops.sound, 'no false fact');
  for (const fact of chosen) {
    const told = `false fact ${fact.number}`;
    workshops.spoilt.spoil(fact.path, planted(fact));
    // A fact of the description is one of the program.
    if (fact.path.startsWith('src/')) await compile(workshops.spoilt, told, fact.path);
    const by = await firstFailing(workshops.spoilt, fact.noticedBy, told);
    workshops.spoilt.mend(fact.path);
    if (by !== null && !proven.has(by.file)) {
      // Who fails without any false fact has noticed nothing.
      const without = await firstFailing(workshops.sound, [by.file], 'no false fact');
      if (without !== null) throw new Error(`fails without any false fact: ${by.file}`);
      proven.add(by.file);
    }
    if (by !== null) noticed += 1;
    const words = by === null ? 'NOT NOTICED' : `${by.file}: ${by.test}`;
    process.stdout.write(`${fact.number}. ${fact.what}: ${words}\n`);
  }
} finally {
  workshops.spoilt.close();
  workshops.sound.close();
}
process.stdout.write(`${noticed} of ${chosen.length} noticed\n`);
process.exitCode = chosen.length > 0 && noticed === chosen.length ? 0 : 1;
