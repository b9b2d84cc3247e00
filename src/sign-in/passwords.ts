/** Passwords as argon2id hashes. The library is loaded with the first password: it brings machine code, and passkeys need none. */

/** OWASP's first choice for argon2id (2024): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash of nothing anybody knows, at the same cost: checked when the name is unknown, so that both cases take as long. */
const NOBODYS_HASH = '$argon2id$v=19$m=19456,p=1,t=2$JjB+rxqIitr62kzCOixZcA$8PcQs2rpsFdw71XaiH7amfODA+Yp/3EsyUpsCott6gc';

const argon2 = async () => (await import('argon2')).default;

export async function hashPassword(password: string): Promise<string> {
  const library = await argon2();
  return library.hash(password, { ...COST, type: library.argon2id });
}

/** Whether the password is the one behind the hash. Without a hash it never is, and takes as long to find out. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const same = await (await argon2()).verify(hash ?? NOBODYS_HASH, password);
  return same && hash !== null;
}
