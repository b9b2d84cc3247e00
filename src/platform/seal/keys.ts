/** Each school's sealing key and certificate: made at first use, kept in files apart from the database. */
import { generateKeyPair, randomBytes, X509Certificate } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { asn1 as Asn1, pki as Pki } from 'node-forge';

/** What seals a school's documents. */
export interface SchoolSeal {
  /** The private key, PKCS #8 in PEM. It never leaves this process and its file. */
  readonly key: string;
  /** The certificate in PEM. */
  readonly certificate: string;
  /** SHA-256 of the certificate, in pairs: `AB:CD:…`. Two people compare it. */
  readonly fingerprint: string;
}

/** Who is named on the certificate. */
export interface Sealer {
  readonly id: string;
  readonly name: string;
}

/** Where the keys lie below the data folder. */
export const sealFolderIn = (dataDir: string): string => path.join(dataDir, 'seals');

const KEY = 'key.pem';
const CERTIFICATE = 'certificate.pem';
const KEY_BITS = 3072;

/** RFC 5280, 4.1.2.5: the moment that means "no end". A seal must still be checked when the child has grown up. */
const NO_END = new Date('9999-12-31T23:59:59Z');

export const fingerprintOf = (certificate: string | Uint8Array): string => new X509Certificate(certificate).fingerprint256;

/** The seal of a school, made now where there is none. Files are readable by their owner alone. */
export async function sealOf(folder: string, school: Sealer, now: Date): Promise<SchoolSeal> {
  const home = path.join(folder, school.id);
  return (await readSeal(home)) ?? makeSeal(folder, school, now);
}

async function readSeal(home: string): Promise<SchoolSeal | null> {
  try {
    const [key, certificate] = await Promise.all([fs.readFile(path.join(home, KEY), 'utf8'), fs.readFile(path.join(home, CERTIFICATE), 'utf8')]);
    return { key, certificate, fingerprint: fingerprintOf(certificate) };
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw fault;
  }
}

/** Both files appear at once, for a folder is renamed into place; whoever comes second uses the first one's. */
async function makeSeal(folder: string, school: Sealer, now: Date): Promise<SchoolSeal> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: KEY_BITS });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const certificate = await selfSigned(key, school, now);
  const home = path.join(folder, school.id);
  const fresh = path.join(folder, `new-${randomBytes(8).toString('hex')}`);
  await fs.mkdir(fresh, { recursive: true, mode: 0o700 });
  await writeDown(path.join(fresh, KEY), key);
  await writeDown(path.join(fresh, CERTIFICATE), certificate);
  try {
    await fs.rename(fresh, home);
  } catch (fault) {
    await fs.rm(fresh, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((fault as NodeJS.ErrnoException).code ?? '')) throw fault;
  }
  const made = await readSeal(home);
  if (!made) throw new Error(`the sealing key could not be kept in ${folder}`);
  return made;
}

/** Written through to the disk: a key that is lost can never be made again. */
async function writeDown(file: string, text: string): Promise<void> {
  const handle = await fs.open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function selfSigned(key: string, school: Sealer, now: Date): Promise<string> {
  const { default: forge } = await import('node-forge');
  const { pki, md, asn1 } = forge;
  const privateKey = pki.privateKeyFromPem(key) as Pki.rsa.PrivateKey;
  const certificate = pki.createCertificate();
  certificate.publicKey = pki.setRsaPublicKey(privateKey.n, privateKey.e);
  certificate.serialNumber = `0${randomBytes(16).toString('hex').slice(1)}`;
  certificate.validity.notBefore = now;
  certificate.validity.notAfter = NO_END;
  // Why UTF-8: a school's name may hold ŵ or é.
  const named = (name: string, value: string) => ({ name, value, valueTagClass: asn1.Type.UTF8 as unknown as Asn1.Class });
  const subject = [named('commonName', school.name.slice(0, 64)), named('organizationalUnitName', 'Seal of agreements')];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', critical: true, digitalSignature: true, nonRepudiation: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(privateKey, md.sha256.create());
  return pki.certificateToPem(certificate);
}

/** The fingerprints of every seal kept here. */
export async function knownSeals(folder: string): Promise<Set<string>> {
  const known = new Set<string>();
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const certificate = entry.isDirectory() ? await fs.readFile(path.join(folder, entry.name, CERTIFICATE), 'utf8').catch(() => null) : null;
    if (certificate) known.add(fingerprintOf(certificate));
  }
  return known;
}
