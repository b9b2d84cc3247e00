// A reporter for node's test runner: every test's name, file, outcome and milliseconds, as one JSON list.
import path from 'node:path';

export default async function* results(events) {
  const list = [];
  for await (const { type, data } of events) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const outcome = data.skip !== undefined ? 'skipped' : data.todo !== undefined ? 'todo' : type === 'test:pass' ? 'passed' : 'failed';
    const file = data.file ? path.relative(process.cwd(), data.file).replaceAll('\\', '/') : '';
    list.push({ name: data.name, file, outcome, ms: Math.round(data.details?.duration_ms ?? 0) });
  }
  yield `${JSON.stringify(list, null, 1)}\n`;
}
