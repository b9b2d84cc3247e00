// Finds the words for people in our sources and puts a look-up in the place of each: what the build does to every file.
// A message is a whole sentence as it stands in the code; its English is its name. See messages/README.md.
import { createRequire } from 'node:module';
import * as like from './word-like.mjs';

const ts = createRequire(import.meta.url)('typescript-5');

/**
 * One source file with look-ups in place of its words.
 * @param {string} file its path below the project, with slashes
 * @returns {{ code: string, messages: { id: string, one?: string }[], faults: string[] }} `faults`: words that are read once at the start and so could never change language
 */
export function findWords(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const work = { file, text, source, messages: new Map(), faults: [] };
  const code = emitChildren(work, source, {});
  const found = [...work.messages.values()];
  return { code: code !== text ? `import { $say, $draw, $count, $list, $known } from '#words';${code}` : text, messages: found, faults: work.faults };
}

const textOf = (work, node) => work.text.slice(node.getStart(work.source), node.end);
const note = (work, id, one) => (work.messages.set(id, one === undefined ? { id } : { id, one }), JSON.stringify(id));

/** The same lines as before, so that a trace still names the right one. */
function keepLines(work, node, code) {
  const lines = (some) => some.split('\n').length - 1;
  return code + '\n'.repeat(Math.max(0, lines(textOf(work, node)) - lines(code)));
}

/** A node's own text, with what stands in its children replaced. */
function emitChildren(work, node, state) {
  let [code, at] = ['', node === work.source ? 0 : node.getStart(work.source)];
  ts.forEachChild(node, (child) => {
    const start = child.getStart(work.source);
    if (start < at) return;
    code += work.text.slice(at, start) + emit(work, child, stateOf(node, child, state));
    at = child.end;
  });
  return code + work.text.slice(at, node.end);
}

/** What is known of a place: `words` when whatever text stands here is for people, `never` when none is, `late` inside a function. */
function stateOf(node, child, { words, property, never, late, lazy }) {
  const inside = late || ts.isFunctionLike(node);
  // What a call is given at the start, it keeps; `say` marks words and keeps nothing.
  if ((ts.isCallExpression(node) && node.expression.text !== 'say') || ts.isNewExpression(node)) lazy = false;
  if (never || like.isCode(ts, node, child)) return { never: true, late: inside };
  if (ts.isPropertyAssignment(node) && child === node.initializer) {
    const name = node.name.text ?? '';
    return { late: inside, lazy, never: like.CODE_PROPERTIES.test(name) && !ts.isFunctionLike(child), property: true, words: name === 'trail' ? 'list' : name === 'cell' ? 'cell' : like.WORD_PROPERTIES.test(name) ? 'property' : undefined };
  }
  // What a column shows in its cells.
  if (words === 'cell' && ts.isArrowFunction(node) && child === node.body) return { late: true, words: 'page' };
  if (ts.isCallExpression(node) && like.isWordPlace(ts, node, child)) return { late: inside, lazy, words: 'page' };
  if (ts.isCallExpression(node) && like.isSheet(ts, node, child)) return { late: inside, words: 'sheet' };
  if (ts.isArrayLiteralExpression(node) && words === 'sheet') return { late: inside, ...(child === node.elements[0] && ts.isArrayLiteralExpression(child) ? { words: 'head' } : {}) };
  if (ts.isVariableDeclaration(node) && child === node.initializer && /^head$/i.test(node.name.text ?? '')) return { late: inside, lazy, words: 'head' };
  if (ts.isArrayLiteralExpression(node) && words === 'head') return { late: inside, words: 'page' };
  if (ts.isArrayLiteralExpression(node) && words === 'list') return { late: inside, lazy, words: ts.isArrayLiteralExpression(child) ? 'list' : 'property' };
  if (ts.isBindingElement(node) || ts.isParameter(node)) return { late: true, words: child === node.initializer && like.WORD_PROPERTIES.test(node.name.text ?? '') ? 'property' : undefined };
  const passes = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)
    || (ts.isConditionalExpression(node) && child !== node.condition) || (ts.isBinaryExpression(node) && like.JOINS.has(node.operatorToken.kind) && child === node.right)
    || (ts.isBinaryExpression(node) && [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(node.operatorToken.kind));
  if (ts.isArrayLiteralExpression(node)) return { late: inside, lazy, property: true };
  return { late: inside, lazy, ...(passes ? { words, property } : {}) };
}

function emit(work, node, state) {
  if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return textOf(work, node);
  if (ts.isJsxElement(node) || ts.isJsxFragment(node)) return emitElement(work, node, state);
  if (ts.isJsxAttribute(node)) return emitAttribute(work, node, state);
  if (ts.isJsxExpression(node)) return emitChildren(work, node, state);
  if (ts.isCallExpression(node) && isCounted(node)) return emitCounted(work, node, state);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return emitText(work, node, { state, items: [node.text] });
  if (ts.isTemplateExpression(node)) return emitTemplate(work, node, state);
  if (like.isTableWord(ts, node)) return keepLines(work, node, `$known(${emitChildren(work, node, { late: state.late })})`);
  if (!state.late && ts.isPropertyAssignment(node)) return emitProperty(work, node, state);
  if (!state.late && ts.isArrayLiteralExpression(node)) return emitList(work, node, state);
  return emitChildren(work, node, state);
}

/** Read at the start, a table would stay in one language: each of its words is read when it is asked for. */
function emitProperty(work, node, state) {
  const code = emit(work, node.initializer, { ...stateOf(node, node.initializer, state), lazy: true });
  const name = textOf(work, node.name);
  return isRead(node.initializer, code) ? `get ${name}() { return ${code}; }` : `${name}: ${code}`;
}

/** Whether it is a text with words in it, and not a table or a function that holds some. */
const isRead = (node, code) => /\$(say|draw|count)\(/.test(code) && !ts.isObjectLiteralExpression(node) && !ts.isArrayLiteralExpression(node) && !ts.isFunctionLike(node);

function emitList(work, node, state) {
  const items = node.elements.map((item) => ({ item, code: emit(work, item, { ...state, ...(state.words === 'head' ? { words: 'page' } : {}), lazy: true }) }));
  if (!items.some(({ item, code }) => isRead(item, code)) || items.some(({ item }) => ts.isSpreadElement(item))) return emitChildren(work, node, { ...state, lazy: true });
  return keepLines(work, node, `$list([${items.map(({ code }) => `() => (${code})`).join(', ')}])`);
}

const isCounted = ({ expression, arguments: given }) =>
  ts.isIdentifier(expression) && expression.text === 'counted' && given.length > 1 && given.slice(1).every((one) => ts.isStringLiteral(one));

/** `counted(n, 'pupil')`: one message with a form for each number a language tells apart. */
function emitCounted(work, node, state) {
  const [count, one, many = { text: `${one.text}s` }] = node.arguments;
  const id = note(work, `{n} ${many.text}`, `{n} ${one.text}`);
  return keepLines(work, node, `$count(${id}, ${JSON.stringify(`{n} ${one.text}`)}, ${emit(work, count, { late: state.late })})`);
}

/** The pieces of a text: words and, between them, expressions. */
function emitTemplate(work, node, state) {
  const items = [node.head.text];
  for (const span of node.templateSpans) items.push(span.expression, span.literal.text);
  return emitText(work, node, { state, items }) ?? emitChildren(work, node, state);
}

function emitText(work, node, { state, items }) {
  const plain = items.map((item) => (typeof item === 'string' ? item : '{}')).join('');
  const verbatim = () => (ts.isTemplateExpression(node) ? emitChildren(work, node, { ...state, words: undefined }) : textOf(work, node));
  if (state.never || !like.isWords(plain, { file: work.file, words: state.words, property: state.property })) return verbatim();
  const { id, values, before, after } = messageOf(work, items, state);
  note(work, id);
  // A form's sentences are looked up where the form is read (formOf).
  if (isInForm(work, node)) return verbatim();
  if (!state.late && !state.lazy) {
    if (!/forms\.ts$/.test(work.file)) work.faults.push(`${work.file}: “${id}” is read once at the start: make it a function`);
    return verbatim();
  }
  const call = `$say(${JSON.stringify(id)}${valuesCode(values)})`;
  return keepLines(work, node, before || after ? `(${JSON.stringify(before)} + ${call} + ${JSON.stringify(after)})` : call);
}

const isInForm = (work, node) => node.parent !== undefined
  && ((ts.isCallExpression(node) && /^z\b/.test(textOf(work, node.expression))) || isInForm(work, node.parent));

const valuesCode = (values) => (values.size === 0 ? '' : `, { ${[...values].map(([name, { code }]) => `${/^\d/.test(name) ? `'${name}'` : name}: ${code}`).join(', ')} }`);

/** Words with a name for each value: "Signed by {name}." Space at the ends stays outside. */
function messageOf(work, items, state) {
  const values = new Map();
  let [id, elements] = ['', 0];
  const add = (item) => {
    if (typeof item === 'string') id += item;
    else if (item.element) {
      const name = String(++elements);
      if (!item.children) id += `<${name}/>`;
      else { id += `<${name}>`; for (const child of item.children) add(child); id += `</${name}>`; }
      values.set(name, { code: item.draw() });
    } else {
      const expression = ts.isJsxExpression(item) ? item.expression : item;
      id += `{${nameFor(expression, values, textOf(work, expression))}}`;
      const name = /\{(\w+)\}$/.exec(id)[1];
      values.set(name, { source: textOf(work, expression), code: emit(work, expression, { late: state.late, words: ts.isJsxExpression(item) ? 'page' : state.words && 'page' }) });
    }
  };
  for (const item of items) add(item);
  const [, before, middle, after] = /^(\s*)([\s\S]*?)(\s*)$/.exec(id);
  return { id: middle, values, before, after };
}

function nameFor(expression, values, source) {
  const name = like.nameOf(ts, expression);
  for (let n = 1; ; n++) {
    const tried = n === 1 ? name : `${name}${n}`;
    if (!values.has(tried) || values.get(tried).source === source) return tried;
  }
}

function emitAttribute(work, node, state) {
  const name = node.name.getText(work.source);
  const value = node.initializer;
  if (!value || (ts.isStringLiteral(value) && like.CODE_PROPERTIES.test(name))) return textOf(work, node);
  const here = { late: state.late, never: like.CODE_PROPERTIES.test(name), words: like.WORD_PROPERTIES.test(name) ? 'page' : undefined };
  if (ts.isJsxExpression(value)) return `${name}={${value.expression ? emit(work, value.expression, here) : ''}}`;
  const code = emit(work, value, here);
  return `${name}=${/^["']/.test(code) ? code : `{${code}}`}`;
}

function emitElement(work, node, { late }) {
  const state = { late };
  const opening = ts.isJsxFragment(node) ? node.openingFragment : node.openingElement;
  const closing = ts.isJsxFragment(node) ? node.closingFragment : node.closingElement;
  return emit(work, opening, state) + emitInside(work, node, state) + textOf(work, closing);
}

/** What stands inside an element: its words as messages, cut where something else than words comes. */
function emitInside(work, node, state) {
  if (like.keepsItsWords(ts, node, work.source)) return emitAsIs(work, node.children, state);
  let [code, run] = ['', []];
  const flush = () => { code += emitRun(work, run, state); run = []; };
  for (const child of node.children) {
    if (like.isBlock(ts, child, work.source)) { flush(); code += emit(work, child, state); }
    else run.push(child);
  }
  flush();
  return code;
}

const emitAsIs = (work, nodes, state) => nodes.map((child) => (ts.isJsxText(child) ? child.getFullText(work.source) : ts.isJsxExpression(child) ? emitExpression(work, child, state) : emit(work, child, state))).join('');

const emitExpression = (work, node, state) => (node.expression ? `{${emit(work, node.expression, { late: state.late, words: 'page' })}}` : textOf(work, node));

function emitRun(work, run, state) {
  const said = like.hasLetters(run.filter(ts.isJsxText).map((child) => child.text).join(''));
  if (!said) return emitAsIs(work, run, state);
  // What only sometimes follows a finished sentence is no part of it.
  const last = run.findLastIndex((child) => !(ts.isJsxText(child) && child.text.trim() === ''));
  const between = run.slice(0, last).map((child) => (ts.isJsxText(child) ? child.text : '{}')).join('');
  if (ts.isJsxExpression(run[last]) && like.mayBeAbsent(ts, run[last].expression) && /[.!?:…]\s*$/.test(between)) return emitRun(work, run.slice(0, last), state) + emitAsIs(work, run.slice(last), state);
  const { id, values, before, after } = messageOf(work, itemsOf(work, run, state), state);
  note(work, id);
  if (!state.late) work.faults.push(`${work.file}: “${id}” is drawn once at the start: make it a function`);
  const whole = run.map((child) => child.getFullText(work.source)).join('');
  const code = `${before && `{' '}`}{$draw(${JSON.stringify(id)}${valuesCode(values)})}${after && `{' '}`}`;
  return code + '\n'.repeat(Math.max(0, whole.split('\n').length - code.split('\n').length));
}

/** Words, values and elements of a run, in order. An element's own words belong to the sentence round it. */
function itemsOf(work, nodes, state) {
  return nodes.flatMap((child) => {
    if (ts.isJsxText(child)) return like.spaced(child.text);
    if (ts.isJsxExpression(child)) return child.expression ? [ts.isStringLiteral(child.expression) ? child.expression.text : child] : [];
    if (ts.isJsxSelfClosingElement(child) || like.keepsItsWords(ts, child, work.source) || child.children.some((inner) => like.isBlock(ts, inner, work.source))) return [{ element: true, draw: () => `() => ${emit(work, child, state)}` }];
    if (ts.isJsxFragment(child)) return itemsOf(work, child.children, state);
    const opening = emit(work, child.openingElement, state);
    return [{ element: true, children: itemsOf(work, child.children, state), draw: () => `$in => ${opening}{$in}${textOf(work, child.closingElement)}` }];
  });
}
