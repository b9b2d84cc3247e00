// Who may import whom (ARCHITECTURE.md). Read by tools/check.mjs, which also fails when a module went unread.
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const TEST = '\\.test\\.tsx?$|^tests/|^bench/';
const ROOFS = '^src/(main|countersign)\\.ts$';
/** Rooms with a front door that everybody outside uses. */
const SHARED = 'rulebook|logbook|page-parts|registers|sign-in|packs|demonstration|command-line';
const FEATURE = '^src/(school/[^/]+|sign-in)/';

module.exports = {
  forbidden: [
    // The whole tree
    error('no-cycles', 'A cycle has no bottom to start reading from.', {}, { circular: true }),
    error('nothing-unresolved', 'A path that leads nowhere hides from every other rule.', {}, { couldNotResolve: true, pathNot: '^mdast$' }),
    error('no-dead-files', 'A file that no roof reaches is dead.',
      { path: ROOFS },
      { path: '^src/', pathNot: `${TEST}|\\.d\\.ts$|^src/page-parts/browser/|^src/connectors/[^/]+/pretend\\.ts$|${ROOFS}`, reachable: false }),
    error('no-test-in-code', 'Code never leans on a test.', { pathNot: TEST }, { path: TEST }),
    error('nothing-imports-the-roof', 'Nothing imports the roof.',
      { path: '^src/', pathNot: `${TEST}|^src/(main|app)\\.ts$` }, { path: '^src/(main|countersign|app|readers)\\.tsx?$' }),
    error('roofs-alone-use-these', 'The demonstration, the command line and the reader of packs serve the roofs.',
      { path: '^src/', pathNot: `${TEST}|${ROOFS}|^src/(demonstration|command-line|packs)/` }, { path: '^src/(demonstration|command-line|packs)/' }),

    // Layers
    error('rulebook-is-pure', 'The rulebook decides from what it is given: no node:, no package, no neighbour.',
      { path: '^src/rulebook/', pathNot: `${TEST}|^src/rulebook/read/` }, { pathNot: '^src/rulebook/' }),
    error('only-read-knows-markdown', 'The Markdown and YAML parsers are met in one folder.',
      { path: '^src/rulebook/read/', pathNot: TEST },
      { pathNot: '^src/rulebook/|^mdast$|node_modules/(unified|remark-|@types/mdast|mdast-|micromark|unist-|vfile|yaml)' }),
    error('platform-knows-no-school', 'Plumbing serves any word the school uses and knows none.',
      { path: '^src/platform/', pathNot: TEST }, { path: `^src/(${SHARED}|connectors|school|app)` }),
    error('shared-stands-on-platform', 'What every feature uses may use no feature.',
      { path: '^src/(logbook|page-parts|registers|sign-in)/', pathNot: TEST }, { path: '^src/(connectors|school|app)' }),
    error('connectors-know-no-feature', 'A connector speaks to one outside system and to its port.',
      { path: '^src/connectors/([^/]+)/', pathNot: TEST },
      { path: '^src/(school|page-parts|rulebook|logbook|app)|^src/connectors/', pathNot: '^src/connectors/$1/|^src/connectors/port\\.ts$' }),
    error('features-see-only-the-port', 'main.ts hands the real connector in; tests hand in a pretend one.',
      { path: '^src/school/', pathNot: TEST }, { path: '^src/connectors/', pathNot: '^src/connectors/port\\.ts$' }),

    // Doors
    error('front-door-only', 'Another feature is entered by its index.',
      { path: '^src/school/([^/]+)/', pathNot: TEST }, { path: '^src/school/[^/]+/', pathNot: '^src/school/$1/|/index\\.ts$' }),
    error('app-uses-front-doors', 'The roof touches only front doors.',
      { path: '^src/(app|main|countersign)\\.tsx?$' },
      { path: `^src/(school/[^/]+|${SHARED}|connectors/[^/]+|platform/(database|web|jobs))/`, pathNot: '/index\\.tsx?$' }),
    // The command line runs without JSX, so it goes round the door of sign-in, behind which stand its pages.
    error('shared-by-front-door', 'A shared room is entered by its index.',
      { path: '^src/([^/]+)/', pathNot: `${TEST}|^src/command-line/sign-in-link\\.ts$` }, { path: `^src/(${SHARED})/`, pathNot: '^src/$1/|/index\\.tsx?$' }),
    error('platform-by-front-door', 'The database and the web are entered by their index.',
      { path: '^src/', pathNot: `${TEST}|^src/platform/(database|web|jobs)/` },
      { path: '^src/platform/(database|web|jobs)/', pathNot: '/index\\.tsx?$' }),

    // Floors inside the school
    error('ground-floor', 'people stands on no feature, policies on people alone.',
      { path: '^src/school/(people|policies)/', pathNot: TEST }, { path: '^src/school/[^/]+/', pathNot: '^src/school/($1|people)/' }),
    error('people-stand-alone', 'people stands on no feature.',
      { path: '^src/school/people/', pathNot: TEST }, { path: '^src/school/[^/]+/', pathNot: '^src/school/people/' }),
    error('neighbours-do-not-meet', 'On the middle floor one feature tells another through the bulletin.',
      { path: '^src/school/(?!people/|policies/|assurance/)([^/]+)/', pathNot: TEST },
      { path: '^src/school/(?!people/|policies/)[^/]+/', pathNot: '^src/school/$1/' }),
    error('bulletin-is-a-leaf', 'The list of events names no feature.',
      { path: '^src/school/(bulletin|answers)\\.ts$' },
      { pathNot: '^src/(rulebook/index|platform/[^/]+|platform/database/index)\\.ts$', dependencyTypesNot: ['type-only'] }),

    // Inside one feature
    error('thinking-is-pure', 'words, states, decisions and two-people load only the rulebook, the arithmetic of days, the order of names and one another.',
      { path: `${FEATURE}(words|states|decisions|two-people)\\.ts$` },
      { pathNot: `^src/rulebook/index\\.ts$|^src/platform/(days|order)\\.ts$|${FEATURE}(words|states|decisions|two-people)\\.ts$`, dependencyTypesNot: ['type-only'] }),
    error('pages-only-draw', 'A page is given its data.',
      { path: `${FEATURE}(pages|letters)(\\.tsx?$|/)`, pathNot: TEST },
      { path: '/(store|reads|deeds|routes)\\.tsx?$|/deeds/|^src/(platform/database|logbook)/', dependencyTypesNot: ['type-only'] }),
    error('routes-touch-no-tables', 'A route reads a form, calls a deed, answers with a page.',
      { path: `${FEATURE}routes\\.tsx?$` }, { path: '/store\\.ts$|^src/platform/database/', dependencyTypesNot: ['type-only'] }),
    error('now-is-an-argument', 'Only a roof reads the clock; the command line is one.',
      { path: '^src/', pathNot: `${TEST}|${ROOFS}|^src/command-line/` }, { path: '^src/platform/clock\\.ts$' }),
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js'], exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
