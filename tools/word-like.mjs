// What is a word for people and what is code: the judgements behind tools/find-words.mjs.

/** Files whose words people see. The command line, invented people and the reading of policies speak English. */
export const isSpoken = (file) => /^src\/(app\.ts|school|sign-in|page-parts|registers|platform\/(web|pdf|mail)|rulebook\/(explain\.ts|check\/))/.test(file)
  && !/\.test\.|page-parts\/(browser\/|pictures|seal)|check\/(first-names|people-named|spans)|people\/import\/(decisions|one-roster|sheet|compare|csv|read-file|works|deeds)|\/job\.ts|agreements\/(decisions|shown)\.ts|\.d\.ts$/.test(file);

/** Files made of parts of sentences: every text that is given back counts. */
const PARTS = /\/(phrases|explain|margin)\.ts$|\/words\.tsx$|\/proof\/(certificate|told-paper|sealed|sheet)\.ts$|\/pages\/\w+\.ts$|\/(reads|changed-answers)\.ts$|\/chasing\/(mails|paper)\.ts$/;
/** Files whose single words with a capital letter are labels. */
const LABELS = /\.tsx$|\/(words|entry-words|phrases|views|cards|sheet|routes)\.tsx?$/;

/** Properties and attributes that hold words. */
export const WORD_PROPERTIES = /^(label|hint|title|text|legend|caption|alt|aria-label|placeholder|summary|head|heading|headline|button|lede|notice|subject|drawingLabel|plain|question|note|message|about|data-(press|not-used|failed|label))$/;
/** Properties that never do. */
export const CODE_PROPERTIES = /^(test|clause|deed|href|name|value|class|id|key|type|path|action|kind|user-agent|d|viewBox|autocomplete|rel|formaction|aria-labelledby|aria-describedby)$/;

/** Whether an expression reads a word of the vocabulary, whose tables are messages too: `vocabulary.offices.get(id)?.title`, `act.plain`. */
export function isTableWord(ts, node) {
  if (!ts.isPropertyAccessExpression(node) || (ts.isOptionalChain(node) && node.parent && ts.isOptionalChain(node.parent))) return false;
  if (ts.isBinaryExpression(node.parent) && node.parent.left === node && node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) return false;
  const name = node.name.text;
  const from = node.expression.getText();
  return name === 'plain' || (name === 'title' && /\b(kinds|offices)\.get\([^()]*\)!?$|^(kind|office|found|known)$/.test(from)) || (name === 'question' && /^(fact|known)$/.test(from)) || (name === 'meaning' && /\bacts\.get\([^()]*\)!?$|^known$/.test(from));
}

const CODE_CALLS = /^(includes|startsWith|endsWith|replace|replaceAll|split|match|matchAll|test|get|has|set|append|header|error|log|warn|DateTimeFormat|NumberFormat|RegExp|URL|Error|from|require|key|querySelector|update|digest|createHash|remember|drawnAs)$/;

/** Functions of ours that take words: which argument. */
const TAKES_WORDS = { page: 0, goTo: 1, say: 0, anyOf: 0 };

/** Whether `child` is an argument that is for people. */
export const isWordPlace = (ts, node, child) => ts.isIdentifier(node.expression) && node.arguments[TAKES_WORDS[node.expression.text]] === child
  && (node.expression.text !== 'say' || node.arguments.length === 1);

/** Whether `child` are the rows of a file for a spreadsheet: the words of the first row are its heads. */
export const isSheet = (ts, node, child) => ts.isIdentifier(node.expression) && node.expression.text === 'csv' && node.arguments[1] === child;

/** Signs that stand in code and not in sentences. */
const CODE = /[<>=]|;\S/;

export const hasLetters = (text) => /\p{L}/u.test(text.replaceAll(/\{\w*\}/g, ''));

/** The operators whose right side is given on: `&&`, `||`, `??`. */
export const JOINS = new Set();

/** Whether `child` of `node` is never for people: what is compared, thrown, imported or looked up. */
export function isCode(ts, node, child) {
  JOINS.add(ts.SyntaxKind.AmpersandAmpersandToken).add(ts.SyntaxKind.BarBarToken).add(ts.SyntaxKind.QuestionQuestionToken);
  if (ts.isTaggedTemplateExpression(node) || ts.isCaseClause(node) && child === node.expression || ts.isElementAccessExpression(node) && child === node.argumentExpression) return isText(ts, child);
  if (ts.isBinaryExpression(node) && [ts.SyntaxKind.EqualsEqualsEqualsToken, ts.SyntaxKind.ExclamationEqualsEqualsToken, ts.SyntaxKind.InKeyword].includes(node.operatorToken.kind)) return isText(ts, child);
  if (ts.isThrowStatement(node)) return true;
  if (ts.isNewExpression(node) || ts.isCallExpression(node)) {
    const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : node.expression.text ?? '';
    return child !== node.expression && CODE_CALLS.test(name) && (isText(ts, child) || /Error$|^(error|log|warn)$/.test(name));
  }
  return ts.isPropertyAssignment(node) && child === node.name || ts.isPropertySignature(node) || ts.isExportDeclaration(node);
}

const isText = (ts, node) => ts.isStringLiteral(node) || ts.isTemplateExpression(node) || ts.isNoSubstitutionTemplateLiteral(node);

/** Whether a text in code is for people: any text in a place for words, elsewhere what looks like a sentence. `{}` stands for a value. */
export function isWords(text, { file, words, property }) {
  if (!hasLetters(text) || /^Countersign$|^\{\}\.\w+$|^\w+:\{\}$|^\{\}\/|^(https?:|\/|#|\.\w|mailto:)|^[\w-]+\/[\w-]+$|^<svg\b|^\{?#[\w-]+\}?$|^[\w{}.-]+\.(md|csv|pdf|json)$/.test(text.trim())) return false;
  const bare = text.trim();
  const token = /^[a-z][\w-]*$/.test(bare);
  if (words === 'page') return true;
  if (words === 'property') return !token;
  if (/^["“‘(]?\p{Lu}[^{}]*\s\S/u.test(bare) && !/^[A-Z ]+$/.test(bare) && !CODE.test(bare)) return true;
  if (/^["“‘(]?(\p{L}|\{\}).*\s.*[.!?…]$/su.test(bare) && !CODE.test(bare) && /\p{L}{2}/u.test(bare)) return true;
  if (PARTS.test(file)) return !token && !/^[{}\s\p{P}]*$/u.test(bare);
  // In a page several words are words, unless they are names of styles.
  if (file.endsWith('.tsx') && /\p{L}+[,:;]? [\p{L}{(“]/u.test(bare) && !/--|__|govuk|[<>=/]/.test(bare)) return true;
  return LABELS.test(file) && /^\p{Lu}[\p{Ll}’-]+…?$/u.test(bare) && Boolean(property);
}

const BLOCKS = new Set(['div', 'p', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'section', 'article', 'table', 'thead', 'tbody', 'tr', 'td', 'th', 'form', 'fieldset', 'legend', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'details', 'figure', 'nav', 'header', 'footer', 'hgroup', 'aside', 'main', 'input', 'select', 'textarea', 'svg', 'hr']);

const tagOf = (ts, node, source) => (ts.isJsxElement(node) ? node.openingElement : node).tagName?.getText(source) ?? '';

/** Whether an element stands by itself instead of within a sentence. */
export const isBlock = (ts, node, source) => (ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node)) && BLOCKS.has(tagOf(ts, node, source));

/** Code, and words that say in which language they are, stay as they are. */
export function keepsItsWords(ts, node, source) {
  if (!ts.isJsxElement(node)) return false;
  return ['code', 'kbd', 'pre', 'style', 'script'].includes(tagOf(ts, node, source))
    || (tagOf(ts, node, source) !== 'html' && node.openingElement.attributes.properties.some((attribute) => attribute.name?.getText(source) === 'lang'));
}

/** Whether an expression draws something on some pages alone, or many things. */
export function mayBeAbsent(ts, node) {
  return node !== undefined && ((ts.isBinaryExpression(node) && JOINS.has(node.operatorToken.kind)) || ts.isConditionalExpression(node));
}

const ENTITIES = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&nbsp;': '\u00a0', '&quot;': '"' };

/** The text between tags as JSX reads it: line breaks and what surrounds them fall away. */
export function spaced(text) {
  const lines = text.split('\n');
  const kept = lines.map((line, at) => (at > 0 ? line.trimStart() : line)).map((line, at) => (at < lines.length - 1 ? line.trimEnd() : line)).filter((line) => line !== '');
  return kept.length > 0 ? [kept.join(' ').replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity)] : [];
}

/** What a value is called inside a message: the name of the variable, the property or the first argument it comes from. */
export function nameOf(ts, node) {
  if (ts.isIdentifier(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) return node.name.text === 'length' ? nameOf(ts, node.expression) : node.name.text;
  if (ts.isParenthesizedExpression(node) || ts.isNonNullExpression(node) || ts.isAsExpression(node)) return nameOf(ts, node.expression);
  if (ts.isCallExpression(node)) {
    if (ts.isPropertyAccessExpression(node.expression)) return nameOf(ts, node.expression.expression);
    const [first] = node.arguments;
    const inner = first && nameOf(ts, first);
    return inner && inner !== 'part' ? inner : node.expression.text ?? 'part';
  }
  if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken) return nameOf(ts, node.left);
  return 'part';
}
