/** Programs that some of these tests need and not every machine has. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { arduinoFolder } from '../../src/firmware/build-plan.ts';

const has = (program: string): boolean =>
  spawnSync('sh', ['-c', 'command -v "$0"', program]).status === 0;

/** gcc-avr, avr-libc, arduino-core-avr. */
export const hasAvrTools = has('avr-gcc') && has('avr-objcopy') && existsSync(arduinoFolder);
/** What the compiler calls itself; another one gives another image. */
export const [avrCompiler] = spawnSync('sh', ['-c', 'avr-gcc --version'], {
  encoding: 'utf8',
}).stdout.split('\n');
/** g++, with its sanitizer for what C++ leaves undefined. */
export const hasCompiler = has('g++') && has('mkfifo');
/** libsimavr-dev, libelf-dev, and a C compiler. */
export const hasSimavr = existsSync('/usr/include/simavr/sim_avr.h') && has('cc');
/** clang, with libFuzzer and its sanitizers: a package of their own. */
export const hasFuzzer =
  has('clang++') &&
  existsSync(
    spawnSync('clang++', ['--print-file-name=libclang_rt.fuzzer-x86_64.a'], {
      encoding: 'utf8',
    }).stdout.trim(),
  );
export const hasCppcheck = has('cppcheck');
