// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the names of one English text with compromise or wink-nlp: node peers.mjs PEER FILE RUNS
// Prints the least processor time in seconds.  Paragraphs are read one by one.
import { readFileSync } from 'node:fs';

const [peer, file, runs] = process.argv.slice(2);
const paragraphs = readFileSync(file, 'utf8').split('\n\n');

async function load() {
  if (peer === 'compromise') {
    const { default: nlp } = await import('compromise');
    return (text) => nlp(text).topics().json({ offset: true });
  }
  const { default: winkNLP } = await import('wink-nlp');
  const { default: model } = await import('wink-eng-lite-web-model');
  const nlp = winkNLP(model);
  return (text) => nlp.readDoc(text).entities().out(nlp.its.detail);
}

const read = await load();
let best = Infinity;

for (let i = 0; i < Number(runs); i++) {
  const start = process.cpuUsage();
  for (const paragraph of paragraphs)
    read(paragraph);
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e6);
}
console.log(best.toFixed(6));
