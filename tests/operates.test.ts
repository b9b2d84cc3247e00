/** What each feature says it operates is there, and a test shows it; what is written down here feeds `countersign coverage`. */
import { deepEqual, ok } from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import test from 'node:test';
import { featuresOf } from '../src/app.ts';
import { loadWords } from '../src/packs/index.ts';
import { apartFrom } from '../src/platform/jobs/index.ts';

const features = featuresOf({ ...loadWords('policies'), demonstration: false, sealFolder: 'build/seals', apart: apartFrom({ program: 'build/main.js', databaseUrl: '' }), personas: async () => [] });
const operated = features.flatMap(feature => (feature.operates ?? []).map(one => ({ feature: feature.name, ...one })));

const filesIn = (folder: string, ending: RegExp): string => fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter(name => ending.test(name)).map(name => fs.readFileSync(path.join(folder, name), 'utf8')).join('\n');

test('every clause a feature operates names an act or a clause that exists', () => {
  const { vocabulary } = loadWords('policies');
  deepEqual(operated.filter(({ clause }) => !vocabulary.acts.has(clause) && !clause.includes('#')), []);
});

test('the deed, guard or job that operates a clause is exported in its feature', () => {
  const missing = operated.filter(({ feature, by }) => !new RegExp(`export (?:async )?(?:function|const) ${by}\\b`).test(filesIn(`src/school/${feature}`, /\.tsx?$/)));
  deepEqual(missing, []);
});

test('the test that proves it is written', () => {
  const tests = `${filesIn('src', /\.test\.tsx?$/)}\n${filesIn('tests', /\.test\.tsx?$/)}`;
  deepEqual(operated.filter(one => !tests.includes(one.test)).map(one => one.test), []);
  ok(operated.length > 0);
  fs.mkdirSync('build', { recursive: true });
  fs.writeFileSync('build/operates.json', `${JSON.stringify(operated, null, 1)}\n`);
});
