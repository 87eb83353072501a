// The bytes of a message, put together again from the text and the images that its state holds.

const SIGN = /\\x([89a-f][0-9a-f])|[\s\S]/g;
const IMAGE = /^\(image, [\d,]+ bytes?\)/;

/** The bytes of an inspector's message. */
export function bytesOf(state) {
  if (state.data) return fromBase64(state.data);
  if (!state.records.length) return new TextEncoder().encode(state.text);
  const bytes = new Uint8Array(state.size);
  let at = 0;
  let read = 0;
  for (const { image, offset, length, size } of state.records.flatMap((record) => record.fields)) {
    if (!image) continue;
    const start = offset + length - size;
    [read, at] = fill(bytes, at, start, state.text, read);
    bytes.set(fromBase64(image.src.slice(image.src.indexOf(",") + 1)).subarray(0, size), start);
    read += IMAGE.exec(state.text.slice(read, read + 40))[0].length;
    at = start + size;
  }
  fill(bytes, at, state.size, state.text, read);
  return bytes;
}

/** Bytes as text: separators and other controls as signs, a byte above 127 as an escape, line ends as they are. */
export function glyphsOf(bytes) {
  return Array.from(bytes, (byte) => {
    if (byte >= 128) return `\\x${byte.toString(16)}`;
    if (byte === 127) return "␡";
    return String.fromCharCode(byte < 32 && byte !== 10 ? 0x2400 + byte : byte);
  }).join("");
}

/** Two digits for each byte. */
export function hexOf(bytes, between = " ") {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(between);
}

/** Bytes in base64, as requests carry them. */
export function toBase64(bytes) {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text);
}

function fromBase64(text) {
  return Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
}

/** Fill bytes from `at` to `end` with what the text says from `read` on; the places reached in both. */
function fill(bytes, at, end, text, read) {
  SIGN.lastIndex = read;
  while (at < end) {
    const [sign, escaped] = SIGN.exec(text);
    const code = escaped ? parseInt(escaped, 16) : sign.charCodeAt(0);
    bytes[at] = code === 0x2421 ? 127 : code >= 0x2400 && code < 0x2420 ? code - 0x2400 : code;
    at += 1;
    read = SIGN.lastIndex;
  }
  return [read, at];
}
