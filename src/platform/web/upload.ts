/** A form with files in it (multipart/form-data): one file is read into memory; several are laid down in a folder of the moment. */
import { createWriteStream } from 'node:fs';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import type { Body, Route, Spooled, Upload } from './words.ts';

export interface Sent {
  readonly form: Body;
  readonly upload?: Upload;
  readonly spooled?: readonly Spooled[];
  /** Takes away what was laid down. */
  readonly dispose?: () => Promise<void>;
}

/** Reads it. A file larger than the route takes answers 413; a route that takes no file is answered 404. */
export async function readMultipart(request: FastifyRequest, takes: Route['upload']): Promise<Sent> {
  if (!takes) throw Object.assign(new Error('This address takes no file'), { statusCode: 404 });
  return takes.files ? readSeveral(request, { most: takes.most, files: takes.files }) : readOne(request, takes.most);
}

const limitsOf = (most: number, files: number) => ({ limits: { fileSize: most, files, fields: 40, fieldSize: 65_536, parts: 50 + files } });

async function readOne(request: FastifyRequest, most: number): Promise<Sent> {
  const form: Record<string, string> = {};
  let upload: Upload | undefined;
  for await (const part of request.parts(limitsOf(most, 1))) {
    if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
    else {
      const bytes = await part.toBuffer();
      if (part.filename && bytes.length > 0) upload = { name: part.filename.slice(-200), bytes };
    }
  }
  return { form, ...(upload ? { upload } : {}) };
}

async function readSeveral(request: FastifyRequest, { most, files }: { most: number; files: number }): Promise<Sent> {
  const form: Record<string, string> = {};
  const spooled: Spooled[] = [];
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'countersign-upload-'));
  const dispose = () => fs.rm(folder, { recursive: true, force: true });
  try {
    for await (const part of request.parts(limitsOf(most, files))) {
      if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
      else {
        const one = await layDown(part, path.join(folder, String(spooled.length)));
        if (part.filename && one.size > 0) spooled.push(one);
      }
    }
  } catch (error) {
    await dispose();
    throw error;
  }
  return { form, spooled, dispose };
}

/** Only its owner may read it, as the folder it lies in. */
async function layDown(part: MultipartFile, file: string): Promise<Spooled> {
  await pipeline(part.file, createWriteStream(file, { mode: 0o600 }));
  if (part.file.truncated) throw Object.assign(new Error('The file is too large'), { statusCode: 413 });
  return { name: part.filename.slice(-200), file, size: (await fs.stat(file)).size };
}
