/** A folder of its own for one test. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** An empty folder, gone when the test ends. */
export function freshFolder(t: TestContext): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'countersign-'));
  t.after(() => fs.rmSync(folder, { recursive: true }));
  return folder;
}
