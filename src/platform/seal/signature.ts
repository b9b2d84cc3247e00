/** The signature inside a sealed PDF: CMS signed data for PAdES-B (ETSI EN 319 142-1), with the signing-certificate-v2 attribute (RFC 5035). */
import { createHash, sign, verify, X509Certificate } from 'node:crypto';
import type { asn1 as Asn1 } from 'node-forge';
import type { SchoolSeal } from './keys.ts';

type Node = Asn1.Asn1;

const OID = {
  data: '1.2.840.113549.1.7.1', signedData: '1.2.840.113549.1.7.2', contentType: '1.2.840.113549.1.9.3', messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47', sha256: '2.16.840.1.101.3.4.2.1', rsa: '1.2.840.113549.1.1.1',
} as const;

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The words of ASN.1 as this file needs them. */
async function notation() {
  const { asn1 } = (await import('node-forge')).default;
  const { Class, Type, create } = asn1;
  const make = (type: Asn1.Type, constructed: boolean, value: string | Node[]) => create(Class.UNIVERSAL, type, constructed, value as never);
  return {
    asn1,
    oid: (id: string) => make(Type.OID, false, asn1.oidToDer(id).getBytes()),
    seq: (...parts: Node[]) => make(Type.SEQUENCE, true, parts),
    set: (...parts: Node[]) => make(Type.SET, true, parts),
    octets: (bytes: Uint8Array) => make(Type.OCTETSTRING, false, Buffer.from(bytes).toString('binary')),
    integer: (value: number) => make(Type.INTEGER, false, asn1.integerToDer(value).getBytes()),
    nothing: () => make(Type.NULL, false, ''),
    tagged: (parts: Node[]) => create(Class.CONTEXT_SPECIFIC, 0 as Asn1.Type, true, parts),
    der: (node: Node) => Buffer.from(asn1.toDer(node).getBytes(), 'binary'),
    read: (der: Uint8Array) => asn1.fromDer(Buffer.from(der).toString('binary')),
  };
}

/** The signed attributes over these bytes, and the whole message round a signature: one text for signing and for checking. */
async function messageFor(bytes: Uint8Array, certificateDer: Uint8Array) {
  const { oid, seq, set, octets, integer, nothing, tagged, der, read } = await notation();
  const certificate = read(certificateDer);
  // version, serial number, algorithm, issuer, …
  const [, serial, , issuer] = partsOf(partsOf(certificate)[0]);
  const digest = () => seq(oid(OID.sha256), nothing());
  const attributes = [
    seq(oid(OID.contentType), set(oid(OID.data))),
    seq(oid(OID.messageDigest), set(octets(sha256(bytes)))),
    seq(oid(OID.signingCertificateV2), set(seq(seq(seq(octets(sha256(certificateDer))))))),
  ].sort((a, b) => Buffer.compare(der(a), der(b)));
  return {
    toSign: der(set(...attributes)),
    with: (signature: Uint8Array): Buffer => {
      const signer = seq(integer(1), seq(issuer!, serial!), digest(), tagged(attributes), seq(oid(OID.rsa), nothing()), octets(signature));
      return der(seq(oid(OID.signedData), tagged([seq(integer(1), set(digest()), seq(oid(OID.data)), tagged([certificate]), set(signer))])));
    },
  };
}

/** Signs these bytes: DER of the CMS, without the bytes themselves. The moment stands in the PDF's own dictionary, as PAdES wants it. */
export async function signBytes(bytes: Uint8Array, seal: Pick<SchoolSeal, 'key' | 'certificate'>): Promise<Buffer> {
  const message = await messageFor(bytes, new X509Certificate(seal.certificate).raw);
  return message.with(sign('sha256', message.toSign, seal.key));
}

const partsOf = (node: Node | undefined): Node[] => {
  if (!node || !Array.isArray(node.value)) throw new Error('the seal is not built as a signature is');
  return node.value;
};
const bytesOf = (node: Node | undefined): Buffer => {
  if (!node || typeof node.value !== 'string') throw new Error('the seal is not built as a signature is');
  return Buffer.from(node.value, 'binary');
};

/** Whose signature it is, and whether it fits the bytes. */
export interface SignatureCheck {
  readonly certificate: X509Certificate;
  readonly fits: boolean;
}

/**
 * Checks a signature of the kind made above: the message is made again from these bytes, and every byte of it must be the same.
 * @throws Error when it is of another kind or cannot be read
 */
export async function checkSignature(cms: Uint8Array, bytes: Uint8Array): Promise<SignatureCheck> {
  const { der, read } = await notation();
  const [, wrapped] = partsOf(read(cms));
  const [, , , certificates, signers] = partsOf(partsOf(wrapped)[0]);
  const certificate = new X509Certificate(der(partsOf(certificates)[0]!));
  const signature = bytesOf(partsOf(partsOf(signers)[0])[5]);
  const message = await messageFor(bytes, certificate.raw);
  return { certificate, fits: message.with(signature).equals(cms) && verify('sha256', message.toSign, certificate.publicKey, signature) };
}
