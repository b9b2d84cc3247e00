/** What the child process does. It is sent to the child as its own source, so it may use nothing but its arguments and what it imports itself. */

/** One document to set: a Typst text, the data it reads as `sys.inputs.data`, and font files. */
export interface Job {
  readonly main: string;
  readonly data: unknown;
  readonly fonts: readonly string[];
}

/** Reads a job as JSON from stdin and writes a tagged PDF/UA-1 to stdout. A fault (an image without words, a skipped heading) ends it with exit code 1. */
export async function typesetter(): Promise<void> {
  const { readFileSync } = await import('node:fs');
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  const job = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Job;
  const compiler = NodeCompiler.create({ workspace: process.cwd(), fontArgs: [{ fontBlobs: job.fonts.map(font => readFileSync(font)) }] });
  const compiled = compiler.compile({ mainFileContent: job.main, inputs: { data: JSON.stringify(job.data) } });
  if (!compiled.result) {
    const faults = compiler.fetchDiagnostics(compiled.takeDiagnostics()!) as { message: string }[];
    throw new Error(faults.map(fault => fault.message).join('; '));
  }
  const bytes = compiler.pdf(compiled.result, { pdfStandard: 'ua-1' as never });
  process.stdout.write(bytes);
}
