/**
 * What is done with the picture of a page: found straight, measured, cut out. These functions are sent to a process of
 * their own as their own source, so each uses nothing but its arguments and the others here.
 */

/** A picture in greys, a byte a dot, from the top left. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

export interface Spot { readonly x: number; readonly y: number }

/** From millimetres on the sheet to dots of the picture: turned, stretched and moved. `off` is how far it misses what it was made from, in millimetres. */
export interface Fit { readonly a: number; readonly b: number; readonly x: number; readonly y: number; readonly off: number }

/** The best turning and stretching for pairs of places, by least squares. */
export function fitOf(pairs: readonly { readonly mm: Spot; readonly dot: Spot }[]): Fit {
  const mean = (of: (pair: { mm: Spot; dot: Spot }) => number) => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length;
  const [mx, my, px, py] = [mean(one => one.mm.x), mean(one => one.mm.y), mean(one => one.dot.x), mean(one => one.dot.y)];
  let [along, across, size] = [0, 0, 0];
  for (const { mm, dot } of pairs) {
    const [x, y, u, v] = [mm.x - mx, mm.y - my, dot.x - px, dot.y - py];
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
  }
  const [a, b] = [along / size, across / size];
  const [x, y] = [px - a * mx + b * my, py - b * mx - a * my];
  const misses = pairs.map(({ mm, dot }) => Math.hypot(a * mm.x - b * mm.y + x - dot.x, b * mm.x + a * mm.y + y - dot.y));
  return { a, b, x, y, off: Math.sqrt(misses.reduce((sum, miss) => sum + miss * miss, 0) / misses.length) / Math.hypot(a, b) };
}

/** The grey of a place on the sheet; white beyond the picture's edge. */
export function greyAt(picture: Grey, fit: Fit, mm: Spot): number {
  const x = Math.round(fit.a * mm.x - fit.b * mm.y + fit.x);
  const y = Math.round(fit.b * mm.x + fit.a * mm.y + fit.y);
  return x < 0 || y < 0 || x >= picture.width || y >= picture.height ? 255 : picture.data[y * picture.width + x]!;
}

/**
 * What somebody wrote in a box: the share that is dark beside its own paper, how far it reaches, whether all four corners have some.
 * The printed frame is left out, and so are single dots, which are dust.
 */
export function inkIn(picture: Grey, fit: Fit, box: { id: string; x: number; y: number; w: number; h: number }): { id: string; share: number; reach: number; corners: boolean } {
  const [step, rim] = [0.2, box.w > 10 ? 1.2 : 0.8];
  const [columns, rows] = [Math.floor((box.w - 2 * rim) / step), Math.floor((box.h - 2 * rim) / step)];
  const greys = new Uint8Array(columns * rows);
  for (let r = 0; r < rows; r++) for (let c = 0; c < columns; c++) greys[r * columns + c] = greyAt(picture, fit, { x: box.x + rim + c * step, y: box.y + rim + r * step });
  const paper = greys.toSorted()[Math.floor(greys.length * 0.75)] ?? 255;
  const limit = Math.max(60, paper) * 0.74;
  const dark = (r: number, c: number) => r >= 0 && c >= 0 && r < rows && c < columns && greys[r * columns + c]! < limit;
  let [count, left, right] = [0, columns, -1];
  const corners = [0, 0, 0, 0];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      if (!dark(r, c)) continue;
      const beside = Number(dark(r - 1, c)) + Number(dark(r + 1, c)) + Number(dark(r, c - 1)) + Number(dark(r, c + 1)) + Number(dark(r - 1, c - 1)) + Number(dark(r + 1, c + 1)) + Number(dark(r - 1, c + 1)) + Number(dark(r + 1, c - 1));
      if (beside < 2) continue;
      count++;
      if (c < left) left = c;
      if (c > right) right = c;
      const corner = (r < rows / 3 ? 0 : r >= (rows * 2) / 3 ? 2 : 9) + (c < columns / 3 ? 0 : c >= (columns * 2) / 3 ? 1 : 9);
      if (corner < 4) corners[corner]!++;
    }
  }
  const enough = (columns * rows) / 9 * 0.04;
  return { id: box.id, share: count / (columns * rows), reach: right < left ? 0 : (right - left + 1) * step, corners: corners.every(one => one >= enough) };
}

/** The share of a whole picture that is darker than paper: next to nothing on an empty page. */
export function inkOf(picture: Grey): number {
  const { data } = picture;
  let [dark, seen] = [0, 0];
  for (let at = 0; at < data.length; at += 7) {
    seen++;
    if (data[at]! < 140) dark++;
  }
  return dark / seen;
}

/** The sheet set straight, so many dots a millimetre; a part of it where its rows are named. Each dot is the mean of four places, so that thin lines stay. */
export function straightened(picture: Grey, fit: Fit, of: { readonly perMm: number; readonly from: number; readonly to: number }): Grey {
  const [width, height] = [Math.round(210 * of.perMm), Math.round((of.to - of.from) * of.perMm)];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data[y * width + x] = shadeAt(picture, fit, { x: x / of.perMm, y: of.from + y / of.perMm }, 0.5 / of.perMm);
  return { width, height, data };
}

/** The mean of a place and its neighbours so far to the right and below. */
export function shadeAt(picture: Grey, fit: Fit, mm: Spot, by: number): number {
  return (greyAt(picture, fit, mm) + greyAt(picture, fit, { x: mm.x + by, y: mm.y }) + greyAt(picture, fit, { x: mm.x, y: mm.y + by }) + greyAt(picture, fit, { x: mm.x + by, y: mm.y + by })) / 4;
}

/** The picture made smaller, so that its longer side is at most so long: each dot the mean of those it covers. */
export function smaller(picture: Grey, longest: number): Grey {
  const by = Math.ceil(Math.max(picture.width, picture.height) / longest);
  if (by <= 1) return picture;
  const [width, height] = [Math.floor(picture.width / by), Math.floor(picture.height / by)];
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let v = 0; v < by; v++) for (let u = 0; u < by; u++) sum += picture.data[(y * by + v) * picture.width + x * by + u]!;
      data[y * width + x] = sum / (by * by);
    }
  }
  return { width, height, data };
}

/** Red, green, blue and opacity, as code readers and picture writers take it. */
export function asColours(picture: Grey): { data: Uint8ClampedArray<ArrayBuffer>; width: number; height: number } {
  const data = new Uint8ClampedArray(picture.data.length * 4);
  for (let at = 0; at < picture.data.length; at++) {
    const grey = picture.data[at]!;
    data[at * 4] = data[at * 4 + 1] = data[at * 4 + 2] = grey;
    data[at * 4 + 3] = 255;
  }
  return { data, width: picture.width, height: picture.height };
}

/** Greys of a picture in colours: the darkest of the three, so that a red, a blue and a green pen are as dark as a black one. */
export function asGreys(picture: { readonly data: Uint8Array; readonly width: number; readonly height: number }): Grey {
  const data = new Uint8Array(picture.width * picture.height);
  for (let at = 0; at < data.length; at++) data[at] = Math.min(picture.data[at * 4]!, picture.data[at * 4 + 1]!, picture.data[at * 4 + 2]!);
  return { width: picture.width, height: picture.height, data };
}
