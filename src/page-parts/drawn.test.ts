import { equal, match } from 'node:assert/strict';
import test from 'node:test';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { asDrawn, drawnAs, drawnOnce } from './drawn.ts';

test('a view is drawn once, and another view of the same content again', () => {
  let drawings = 0;
  const draw = (view: { name: string }) => { drawings++; return h('p', null, view.name); };
  const view = { name: 'Ada & Bo' };
  for (let n = 0; n < 3; n++) equal(renderToString(h('div', null, drawnOnce(view, draw))), '<div><p>Ada &amp; Bo</p></div>');
  equal(drawings, 1);
  renderToString(drawnOnce({ ...view }, draw));
  equal(drawings, 2);
});

test('a drawing with a name is kept under that name alone', () => {
  equal(drawnAs('one', () => h('b', null, '1')), '<b>1</b>');
  equal(drawnAs('two', () => h('b', null, '2')), '<b>2</b>');
  equal(drawnAs('one', () => h('b', null, 'another')), '<b>1</b>');
  equal(renderToString(h('p', null, asDrawn(drawnAs('two', () => h('i', null))))), '<p><b>2</b></p>');
});

test('the drawings longest unused are forgotten when there are too many', () => {
  const long = 'a'.repeat(150_000);
  drawnAs('kept in use', () => h('p', null, 'first'));
  for (let n = 0; n < 30; n++) {
    drawnAs(`long ${n}`, () => h('p', null, long));
    drawnAs('kept in use', () => h('p', null, 'second'));
  }
  match(drawnAs('kept in use', () => h('p', null, 'third')), /first/);
  match(drawnAs('long 0', () => h('p', null, 'drawn again')), /drawn again/);
});
