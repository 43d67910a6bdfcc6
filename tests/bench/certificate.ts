import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** A key and a certificate for `localhost`; no browser trusts it but one that is told its fingerprint. */
export interface Certificate {
  /** PEM. */
  readonly key: string;
  /** PEM. */
  readonly cert: string;
  /** Base64 SHA-256 of the public key: Chromium's `--ignore-certificate-errors-spki-list` takes it. */
  readonly fingerprint: string;
}

const day = 86_400_000; // ms
const ecdsaWithSha256 = der(0x30, der(0x06, bytes(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02)));
const commonName = der(0x06, bytes(0x55, 0x04, 0x03));
const alternativeName = der(0x06, bytes(0x55, 0x1d, 0x11));

/** Makes a self-signed ECDSA certificate for one run, so that nothing has to be installed or committed. */
export function makeCertificate(): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  const content = toBeSigned(spki);
  const cert = der(0x30, content, ecdsaWithSha256, der(0x03, bytes(0), sign('sha256', content, privateKey)));
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: ['-----BEGIN CERTIFICATE-----', ...(cert.toString('base64').match(/.{1,64}/g) ?? []), '-----END CERTIFICATE-----', ''].join('\n'),
    fingerprint: createHash('sha256').update(spki).digest('base64'),
  };
}

/** An X.509 certificate (RFC 5280, section 4.1) without its signature. */
function toBeSigned(spki: Buffer): Buffer {
  const name = der(0x30, der(0x31, der(0x30, commonName, der(0x0c, Buffer.from('localhost')))));
  const names = der(0x30, der(0x82, Buffer.from('localhost')));
  const version = der(0xa0, der(0x02, bytes(2)));
  const serial = der(0x02, bytes(1), randomBytes(15));
  const validity = der(0x30, time(Date.now() - day), time(Date.now() + day));
  const extensions = der(0xa3, der(0x30, der(0x30, alternativeName, der(0x04, names))));
  return der(0x30, version, serial, ecdsaWithSha256, name, validity, name, spki, extensions);
}

function time(ms: number): Buffer {
  const digits = new Date(ms).toISOString().replace(/\D/g, '').slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}

function bytes(...values: number[]): Buffer {
  return Buffer.from(values);
}

/** One value of ASN.1 in its distinguished encoding: tag, length, content of less than 64 kB. */
function der(tag: number, ...content: Buffer[]): Buffer {
  const body = Buffer.concat(content);
  const size = body.length;
  const length = size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([bytes(tag, ...length), body]);
}
