/** A form with a file in it (multipart/form-data), read into memory: one file, a few fields, nothing more. */
import type { FastifyRequest } from 'fastify';
import type { Body, Upload } from './words.ts';

/** Reads it. A file larger than `most` bytes answers 413; a route that takes no file passes 0 and is answered 404. */
export async function readMultipart(request: FastifyRequest, most: number): Promise<{ form: Body; upload?: Upload }> {
  if (most === 0) throw Object.assign(new Error('This address takes no file'), { statusCode: 404 });
  const form: Record<string, string> = {};
  let upload: Upload | undefined;
  for await (const part of request.parts({ limits: { fileSize: most, files: 1, fields: 40, fieldSize: 65_536, parts: 50 } })) {
    if (part.type === 'field') form[part.fieldname] = String(part.value ?? '');
    else {
      const bytes = await part.toBuffer();
      if (part.filename && bytes.length > 0) upload = { name: part.filename.slice(-200), bytes };
    }
  }
  return { form, ...(upload ? { upload } : {}) };
}
