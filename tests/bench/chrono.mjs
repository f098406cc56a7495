// SPDX-License-Identifier: GPL-3.0-or-later
// Reads one text again and again with chrono-node: node chrono.mjs FILE LANGUAGE RUNS
// Prints the least processor time in seconds.  Paragraphs are parsed one by one, as bench-dates does.
import { readFileSync } from 'node:fs';
import * as chrono from 'chrono-node';

const [file, language, runs] = process.argv.slice(2);
const paragraphs = readFileSync(file, 'utf8').split('\n\n');
const parser = chrono[language];
let best = Infinity;

for (let i = 0; i < Number(runs); i++) {
  const start = process.cpuUsage();
  for (const paragraph of paragraphs)
    parser.parse(paragraph);
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(best.toFixed(6));
