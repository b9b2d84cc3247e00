/** The links of the personas: one opens a session as that person, and nobody is asked for a password. */
import { readSchool, type Database } from '../platform/database/index.ts';
import { EVERYONE, get, NOT_FOUND, type Route } from '../platform/web/index.ts';
import { listSchools } from '../platform/database/index.ts';
import { namesOf } from '../school/people/index.ts';
import { LONGEST_MS, open, SESSION_COOKIE } from '../sign-in/index.ts';
import { seenAs } from './guide.ts';
import { listPersonas, personaOfToken } from './store.ts';

export interface PersonaLink {
  /** The school's name. */
  readonly school: string;
  readonly persona: string;
  /** "Amina Rahman, supply teacher". */
  readonly name: string;
  readonly url: string;
  /** What is to be seen as them, in whole sentences; '' where nobody says. */
  readonly sees: string;
}

/** Every persona of every school with its link, the schools by name. `guide` says what the scenes have for each. */
export async function personaLinks(db: Database, publicUrl: string, { guide = false } = {}): Promise<PersonaLink[]> {
  const links: PersonaLink[] = [];
  for (const school of await listSchools(db)) {
    links.push(...await readSchool(db, school.id, async tx => {
      const personas = await listPersonas(tx);
      const names = await namesOf(tx, personas.map(({ person }) => person));
      return personas.map(({ persona, person, role, token }) => (
        { school: school.name, persona, name: `${names.get(person) ?? 'Somebody'}, ${role}`, url: `${publicUrl}/${school.slug}/persona/${token}`, sees: guide ? seenAs(school.pack, persona) : '' }
      ));
    }));
  }
  return links;
}

/** The address behind a link. It exists in demonstration mode alone: app.ts adds these routes there and nowhere else. */
export const personaRoutes = (): Route[] => [
  get('/:school/persona/:token', {
    who: EVERYONE, perMinute: 120,
    page: async asked => {
      const { school, now, userAgent, params } = asked;
      const token = await asked.change(async tx => {
        const persona = await personaOfToken(tx, params['token']!);
        return persona && open(tx, { school: school.id, now, userAgent }, persona.person, 'persona');
      });
      if (!token) return NOT_FOUND;
      return { kind: 'redirect', to: `/${school.slug}`, cookies: [{ name: SESSION_COOKIE, value: token, maxAgeSeconds: LONGEST_MS / 1000 }] };
    },
  }),
];
