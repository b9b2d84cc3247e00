/** Seals a PDF and checks a sealed one. */
import type { SchoolSeal } from './keys.ts';
import { checkSignature, signBytes } from './signature.ts';

/** What the seal says of itself; all of it is under the seal. */
export interface Sealing {
  /** The school's name. */
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
}

/** The PDF with a PAdES-B signature over every byte of it. Nothing that was there is changed: the seal is added behind. */
export async function sealPdf(pdf: Uint8Array, seal: SchoolSeal, { by, reason, at }: Sealing): Promise<Uint8Array> {
  const [{ SignPdf }, { plainAddPlaceholder }, { Signer, SUBFILTER_ETSI_CADES_DETACHED }] = await Promise.all([
    import('@signpdf/signpdf'), import('@signpdf/placeholder-plain'), import('@signpdf/utils'),
  ]);
  const open = plainAddPlaceholder({ pdfBuffer: Buffer.from(pdf), name: by, reason, contactInfo: '', location: '', signingTime: at, subFilter: SUBFILTER_ETSI_CADES_DETACHED });
  const signer = Object.assign(new Signer(), { sign: (bytes: Buffer) => signBytes(bytes, seal) });
  return new SignPdf().sign(hideWidget(open), signer);
}

/** The field of the signature has no face. PDF/UA asks every annotation that is not hidden for a place in the structure. */
function hideWidget(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1');
  const at = text.lastIndexOf('/Subtype /Widget');
  const flag = text.indexOf('/F 4', at);
  if (at < 0 || flag < 0 || flag > text.indexOf('endobj', at)) throw new Error('the field of the seal was not found');
  return Buffer.concat([pdf.subarray(0, flag), Buffer.from('/F 2'), pdf.subarray(flag + 4)]);
}

/** What a check of a PDF found. */
export type SealCheck =
  | { readonly sealed: false }
  | {
    readonly sealed: true;
    readonly unchanged: boolean;
    /** Why not, as the rest of the sentence "It was changed: …". */
    readonly why: string | null;
    /** The name on the certificate; null when the seal cannot be read. */
    readonly whose: string | null;
    readonly fingerprint: string | null;
    /** By the clock of the computer that sealed it. */
    readonly at: Date | null;
  };

const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g;

/** Whose seal a PDF bears, when it was put on, and whether every byte is as it was. */
export async function checkSeal(pdf: Uint8Array): Promise<SealCheck> {
  const file = Buffer.from(pdf);
  const text = file.toString('latin1');
  const ranges = [...text.matchAll(RANGE)];
  if (ranges.length === 0) return { sealed: false };
  const range = ranges[0]!;
  const [from, first, second, rest] = range.slice(1).map(Number) as [number, number, number, number];
  const found = { sealed: true, whose: null, fingerprint: null, at: momentIn(text, range.index), unchanged: false } as const;
  // Why small letters alone: our seals are written so, and a letter made large would be a change that no hash sees.
  const hex = /^<([0-9a-f]+)>$/.exec(text.slice(first, second))?.[1];
  if (from !== 0 || hex === undefined) return { ...found, why: 'the seal does not cover it from the first byte' };
  try {
    const { certificate, fits } = await checkSignature(withoutPadding(Buffer.from(hex, 'hex')), Buffer.concat([file.subarray(0, first), file.subarray(second, second + rest)]));
    const why = ranges.length > 1 || second + rest < file.length ? 'something was added after it was sealed'
      : second + rest > file.length ? 'the end is missing'
      : fits ? null : 'what is under the seal is not what was sealed';
    return { ...found, whose: String(certificate.toLegacyObject().subject['CN']), fingerprint: certificate.fingerprint256, unchanged: why === null, why };
  } catch {
    return { ...found, why: 'the seal itself cannot be read' };
  }
}

/** A signature stands in a space that is larger than it; the rest must be noughts. */
function withoutPadding(space: Buffer): Buffer {
  const lengthBytes = space[1]! - 0x80;
  const length = 2 + lengthBytes + space.readUIntBE(2, lengthBytes);
  if (length > space.length || space.subarray(length).some(byte => byte !== 0)) throw new Error('something stands behind the signature');
  return space.subarray(0, length);
}

/** The moment in the signature's own dictionary: `/M (D:20261123100000Z)`. */
function momentIn(text: string, at: number): Date | null {
  const dictionary = text.slice(text.lastIndexOf(' obj', at), text.indexOf('endobj', at));
  const moment = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z?/.exec(dictionary);
  if (!moment) return null;
  const [year, month, day, hour, minute, second] = moment.slice(1);
  return new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
}
