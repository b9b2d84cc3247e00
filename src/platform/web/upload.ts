/** A form with files in it (multipart/form-data): one file is read into memory; several are laid down in a folder of the moment. */
import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { sha256 } from '../ids.ts';
import { noteFields, wasRead } from './kept.ts';
import type { Body, Route, Spooled, Upload } from './words.ts';

export interface Sent {
  readonly form: Body;
  readonly upload?: Upload;
  readonly spooled?: readonly Spooled[];
  /** What each file was called and what was in it (SHA-256). */
  readonly files: readonly string[];
  /** Takes away what was laid down. */
  readonly dispose?: () => Promise<void>;
}

/** Reads it. A file larger than the route takes answers 413; a route that takes no file is answered 404. */
export async function readMultipart(request: FastifyRequest, takes: Route['upload']): Promise<Sent> {
  if (!takes) throw Object.assign(new Error('This address takes no file'), { statusCode: 404 });
  return takes.files ? readSeveral(request, { most: takes.most, files: takes.files }) : readOne(request, takes.most);
}

const MOST_LET_GO = 60_000_000;

const limitsOf = (most: number, files: number) => ({ limits: { fileSize: most, files, fields: 40, fieldSize: 65_536, parts: 50 + files } });

async function readOne(request: FastifyRequest, most: number): Promise<Sent> {
  const form = formNoted(request);
  let upload: Upload | undefined;
  for await (const part of request.parts(limitsOf(most, 1))) {
    if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
    else {
      const bytes = await part.toBuffer();
      if (part.filename && bytes.length > 0) upload = { name: part.filename.slice(-200), bytes };
    }
  }
  return { form, files: upload ? [`${sha256(upload.bytes)} ${upload.name}`] : [], ...(upload ? { upload } : {}) };
}

async function readSeveral(request: FastifyRequest, { most, files }: { most: number; files: number }): Promise<Sent> {
  const form = formNoted(request);
  const spooled: Spooled[] = [];
  const contents: string[] = [];
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'countersign-upload-'));
  const dispose = () => fs.rm(folder, { recursive: true, force: true });
  try {
    for await (const part of request.parts(limitsOf(most, files))) {
      if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
      else {
        const { hash, ...one } = await layDown(part, path.join(folder, String(spooled.length)));
        if (!part.filename || one.size === 0) continue;
        spooled.push(one);
        contents.push(`${hash} ${one.name}`);
      }
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return { form, spooled, files: contents, dispose };
}

/** Only its owner may read it, as the folder it lies in. */
async function layDown(part: MultipartFile, file: string): Promise<Spooled & { hash: string }> {
  const hash = createHash('sha256');
  await pipeline(part.file, async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }, createWriteStream(file, { mode: 0o600 }));
  if (part.file.truncated) throw Object.assign(new Error('The file is too large'), { statusCode: 413 });
  return { name: part.filename.slice(-200), file, size: (await fs.stat(file)).size, hash: hash.digest('hex') };
}

/** Where the fields are put as they come, so that they are known should the rest fail. */
function formNoted(request: FastifyRequest): Record<string, string> {
  const form: Record<string, string> = {};
  noteFields(request, form);
  return form;
}

/** The fields alone, of a form that broke before anybody read it. What is sent with them is let go. */
export async function readFields(request: FastifyRequest): Promise<void> {
  if (wasRead(request)) return;
  const form = formNoted(request);
  try {
    for await (const part of request.parts(limitsOf(MOST_LET_GO, 1))) {
      if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
      else part.file.resume();
    }
  } catch {
    // What came until now is what there is.
  }
}
