// Microsoft's recognizers as a process that answers: one request a line, one answer a line, both JSON.
// {"text", "models", "runs": 0} reads: {"found": [{"start", "end", "value", "model"}]}, ends exclusive.
// {"text", "models", "runs": 7, "seconds": 20} times: {"median" (ms), "runs"}; fewer runs where they would take longer than that.
import { createInterface } from 'node:readline';
import dates from '@microsoft/recognizers-text-date-time';
import numbers from '@microsoft/recognizers-text-number';
import units from '@microsoft/recognizers-text-number-with-unit';

const culture = 'zh-cn';
const models = {
  number: (text) => numbers.recognizeNumber(text, culture),
  percentage: (text) => numbers.recognizePercentage(text, culture),
  ordinal: (text) => numbers.recognizeOrdinal(text, culture),
  date: (text) => dates.recognizeDateTime(text, culture),
  currency: (text) => units.recognizeCurrency(text, culture),
  dimension: (text) => units.recognizeDimension(text, culture),
  age: (text) => units.recognizeAge(text, culture),
};

const recognize = (text, wanted) => wanted.flatMap((model) => models[model](text).map((one) => ({
  start: one.start,
  end: one.end + 1,
  value: Number.parseFloat(one.resolution?.value ?? 'NaN'),
  model,
})));

function time(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}

// The first run warms up, and tells how many more there is time for.
function measure(work, runs, seconds) {
  const first = time(work);
  const affordable = Math.min(runs, Math.floor((seconds * 1000) / Math.max(first, 0.01)));
  if (affordable < 2) return { median: first, runs: 1 };
  // What is short is not warm after one run.
  for (let spent = 0; spent < Math.min(500, first * 3);) spent += time(work);
  const times = Array.from({ length: affordable }, () => time(work)).sort((one, other) => one - other);
  return { median: times[Math.ceil(times.length / 2) - 1], runs: times.length };
}

for await (const line of createInterface({ input: process.stdin })) {
  const { text, models: wanted, runs, seconds } = JSON.parse(line);
  const answer = runs > 0 ? measure(() => recognize(text, wanted), runs, seconds) : { found: recognize(text, wanted) };
  process.stdout.write(`${JSON.stringify(answer)}\n`);
}
