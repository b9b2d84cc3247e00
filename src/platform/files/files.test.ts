import { deepEqual, equal, ok } from 'node:assert/strict';
import net from 'node:net';
import test from 'node:test';
import jpeg from 'jpeg-js';
import { PNG } from 'pngjs';
import { nameFitting, takeFile, typeOf } from './index.ts';

const pixels = { width: 8, height: 6, data: Buffer.alloc(8 * 6 * 4, 120) };
const plainJpeg = (): Buffer => Buffer.from(jpeg.encode(pixels, 80).data);

/** As a telephone writes it: on its side, with the place where it was taken, a comment, and a second picture behind. */
function fromTelephone(): Buffer {
  const picture = plainJpeg();
  const tiff = Buffer.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
  const segment = (marker: number, body: Buffer): Buffer => { const length = Buffer.alloc(2); length.writeUInt16BE(body.length + 2); return Buffer.concat([Buffer.from([0xff, marker]), length, body]); };
  return Buffer.concat([picture.subarray(0, 2), segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from('GPS 51.5007 N 0.1246 W')])), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<GPSLatitude>51.5')), segment(0xfe, Buffer.from('taken at home')), segment(0xe2, Buffer.from('MPF\0GPS')), segment(0xe2, Buffer.from('FPXR\0GPS')), segment(0xe0, Buffer.from('JFXX\0GPS')), segment(0xee, Buffer.from('<script>GPS</script>')), picture.subarray(2), Buffer.from('GPS of the second picture')]);
}

const taken = async (bytes: Uint8Array): Promise<Uint8Array> => { const file = await takeFile(bytes); if (!file.ok) throw new Error(file.why); return file.bytes; };

test('a photograph is kept without the place where it was taken, the right way up and with every pixel', async () => {
  const kept = Buffer.from(await taken(fromTelephone()));
  for (const told of ['GPS', '51.5', 'taken at home', 'xap']) equal(kept.includes(told), false, told);
  ok(kept.includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6])), 'it still says that it lies on its side');
  deepEqual(jpeg.decode(kept).data, jpeg.decode(plainJpeg()).data);
});

test('a photograph without notes is kept byte for byte', async () => {
  deepEqual(Buffer.from(await taken(plainJpeg())), plainJpeg());
});

test('a screenshot is kept without its notes and with every pixel', async () => {
  const png = new PNG({ width: 4, height: 4 });
  png.data.fill(90);
  const bytes = PNG.sync.write(png);
  const note = Buffer.from('tEXtLocation\0home');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(note.length - 4);
  const noted = Buffer.concat([bytes.subarray(0, 33), length, note, Buffer.alloc(4), bytes.subarray(33), Buffer.from('behind')]);
  const kept = Buffer.from(await taken(noted));
  equal(kept.includes('home') || kept.includes('behind'), false);
  deepEqual(PNG.sync.read(kept).data, png.data);
});

test('a file is what its bytes are, whatever it is called; a program is not taken', async () => {
  equal(typeOf(Buffer.from('%PDF-1.7')), 'application/pdf');
  equal(typeOf(Buffer.from('Dear Sir, ŵ')), 'text/plain');
  for (const bytes of [Buffer.from('MZ\0\0'), Buffer.from('PK\x03\x04\0\0'), Buffer.alloc(0)]) deepEqual(await takeFile(bytes), { ok: false, why: 'unknown' });
});

test('a file is given out under a name that ends as what it is, so that nothing starts when it is opened', () => {
  deepEqual([nameFitting('run.bat', 'text/plain'), nameFitting('letter.HTML', 'text/plain'), nameFitting('letter.TXT', 'text/plain'), nameFitting('shot.png.hta', 'image/png'), nameFitting('photo.jpeg', 'image/jpeg'), nameFitting('scan', 'application/pdf')],
    ['run.bat.txt', 'letter.HTML.txt', 'letter.TXT', 'shot.png.hta.png', 'photo.jpeg', 'scan.pdf']);
});

test('a picture from a telephone that is no JPEG is refused with what to choose instead, and never kept with its place', async () => {
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 0x18]), Buffer.from('ftypheic'), Buffer.alloc(8), Buffer.from('Exif\0\0GPS')]);
  deepEqual(await takeFile(heic), { ok: false, why: 'unknown' });
});

test('half a photograph is refused and never kept as it came', async () => {
  const half = fromTelephone().subarray(0, 60);
  deepEqual(await takeFile(half), { ok: false, why: 'broken' });
  deepEqual(await takeFile(Buffer.from([0xff, 0xd8, 0xff])), { ok: false, why: 'broken' });
});

test('where ClamAV listens it looks at every file, and where it does not answer nothing is kept', async () => {
  const heard: Buffer[] = [];
  const clamd = net.createServer({ allowHalfOpen: true }, socket => {
    socket.on('data', part => heard.push(part));
    socket.on('end', () => socket.end(Buffer.concat(heard).includes('EICAR') ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0'));
  });
  await new Promise<void>(resolve => { clamd.listen(0, 'localhost', resolve); });
  const at = `localhost:${(clamd.address() as net.AddressInfo).port}`;
  equal((await takeFile(Buffer.from('a letter'), at)).ok, true);
  ok(Buffer.concat(heard).toString('latin1').startsWith('zINSTREAM\0'));
  deepEqual(await takeFile(Buffer.from('EICAR'), at), { ok: false, why: 'virus' });
  await new Promise<void>(resolve => { clamd.close(() => resolve()); });
  deepEqual(await takeFile(Buffer.from('a letter'), at), { ok: false, why: 'unchecked' });
});
