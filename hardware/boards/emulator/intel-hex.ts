/** Reads Intel HEX (Intel Hexadecimal Object File Format Specification, 1988). */
import { CompanionError } from '../../../src/errors.ts';

const recordPattern = /^:(?:[0-9A-Fa-f]{2}){5,}$/;
const dataRecord = 0x00;
const endRecord = 0x01;

/**
 * The bytes of an image of at most 64 KiB, from address 0; gaps are 0xff, as in erased flash.
 * @param text the file; lines end with LF or CR LF
 * @param where what the text is, for messages
 * @throws CompanionError FIRMWARE_UNTRUSTED where a record is malformed, damaged or missing
 */
export function parseIntelHex(text: string, where: string): Uint8Array {
  const image = new Uint8Array(0x10000).fill(0xff);
  let length = 0;
  let ended = false;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line === '') continue;
    const at = `${where}:${index + 1}`;
    if (ended) throw damaged(at, 'a record follows the end of file record');
    const { address, type, data } = readRecord(line, at);
    if (type === endRecord) {
      ended = true;
    } else if (type === dataRecord) {
      if (address + data.length > image.length) throw damaged(at, 'data lies beyond 64 KiB');
      image.set(data, address);
      length = Math.max(length, address + data.length);
    } else {
      throw damaged(at, `record type ${type} is not used by this chip's images`);
    }
  }
  if (!ended) throw damaged(where, 'the end of file record is missing');
  return image.slice(0, length);
}

function readRecord(line: string, at: string): { address: number; type: number; data: Uint8Array } {
  if (!recordPattern.test(line)) throw damaged(at, 'not an Intel HEX record');
  const bytes = Uint8Array.from(Buffer.from(line.slice(1), 'hex'));
  const [count = 0, high = 0, low = 0, type = 0] = bytes;
  if (bytes.length !== count + 5) {
    throw damaged(at, `the record announces ${count} data bytes and has ${bytes.length - 5}`);
  }
  const sum = bytes.reduce((total, byte) => (total + byte) & 0xff, 0);
  if (sum !== 0) throw damaged(at, 'the checksum of the record is wrong');
  return { address: (high << 8) | low, type, data: bytes.subarray(4, 4 + count) };
}

function damaged(where: string, what: string): CompanionError {
  return new CompanionError('FIRMWARE_UNTRUSTED', {
    what,
    where,
    fix: 'Fetch the image again from where it came from.',
  });
}
