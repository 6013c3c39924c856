// What an import of a CommonJS module can name, and what is said where it cannot.
import old, { kind } from './shelf/old.cjs';

console.log(old, kind);
const wrong = (names) => `data:text/javascript,${encodeURIComponent(`import ${names} from '${new URL('./shelf/old.cjs', import.meta.url)}'`)}`;
for (const names of ['{ absent }', '{ kind, absent as missing, other }', 'whole, { absent }']) {
  try {
    await import(wrong(names));
  } catch (error) {
    console.log(error.name, error.message.replaceAll(import.meta.dirname, 'HERE'));
  }
}
try {
  await import(`data:text/javascript,import { absent } from '${new URL('./shelf/book.mjs', import.meta.url)}'`);
} catch (error) {
  console.log(error.name, error.message.replaceAll(import.meta.dirname, 'HERE'));
}
