/** A document set as PDF/UA and sealed with the school's own key. */
import { readLines, write } from '../../../logbook/index.ts';
import { typeset } from '../../../platform/pdf/index.ts';
import { sealOf, sealPdf, type SchoolSeal } from '../../../platform/seal/index.ts';
import type { Asked, Reply } from '../../../platform/web/index.ts';
import { paperWords } from './words.ts';

/** What every one of these papers says at its head and foot. */
export interface Paper {
  readonly title: string;
  readonly lede: string;
  readonly foot: string;
}

/** A paper with its look and its own data. */
export interface Papered {
  /** The file's name; it holds no name of a person. */
  readonly name: string;
  /** Stands in the seal. */
  readonly reason: string;
  readonly template: string;
  readonly paper: Paper & Readonly<Record<string, unknown>>;
}

type Sealing = Pick<Asked, 'school' | 'now' | 'read' | 'change'>;

/** Sets, seals and hands out. The first use of a key is written to the logbook, so that the key can be known again. */
export async function sealedReply(asked: Sealing, sealFolder: string, { name, reason, template, paper }: Papered): Promise<Reply> {
  const seal = await sealOf(sealFolder, asked.school, asked.now);
  await noteKey(asked, seal);
  const pdf = await typeset(template, { ...paper, words: paperWords(), school: asked.school.name, seal: { fingerprint: seal.fingerprint, says: sealWords(asked.school.name) } });
  const body = await sealPdf(pdf, seal, { by: asked.school.name, reason, at: asked.now });
  return { kind: 'file', type: 'application/pdf', name, body };
}

const sealWords = (school: string): string =>
  `This file is sealed with a key that ${school} made for itself: the certificate is self-signed, and no outside authority vouches for the name on it or for the clock. `
  + 'The seal shows that not one byte has changed since. The school checks it with “countersign verify”; any PDF reader that knows signatures checks it too, once it is told to trust the certificate below. '
  + 'The logbook of the school holds this fingerprint since the first use of the key.';

async function noteKey(asked: Sealing, seal: SchoolSeal): Promise<void> {
  const known = await asked.read(tx => readLines(tx, { about: seal.fingerprint, limit: 1 }));
  if (known.length > 0) return;
  await asked.change(tx => write(tx, { school: asked.school.id, deed: 'make-sealing-key', by: 'countersign', about: seal.fingerprint, at: asked.now }));
}
