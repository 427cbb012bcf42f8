/**
 * A bounded number of connections, of which the next one is always one. Whoever is new gets in; where there is no room,
 * somebody of the address that holds the most leaves, the one who has done nothing for longest first.
 */

interface Place {
  readonly address: string;
  /** Something is under way for it: it leaves only where everybody is like that. */
  busy: boolean;
}

export class Crowd<Guest> {
  readonly #most: number;
  /** In the order of coming. */
  readonly #places = new Map<Guest, Place>();
  readonly #counts = new Map<string, number>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#places.size;
  }

  get guests(): Iterable<Guest> {
    return this.#places.keys();
  }

  /** How many of this address are here. */
  of(address: string): number {
    return this.#counts.get(address) ?? 0;
  }

  /** Takes the guest in, and says who has to leave for it; null where there is room. */
  admit(guest: Guest, address: string): Guest | null {
    this.#places.set(guest, { address, busy: false });
    this.#counts.set(address, this.of(address) + 1);
    return this.#places.size > this.#most ? this.#leaving(guest) : null;
  }

  busy(guest: Guest, busy: boolean): void {
    const place = this.#places.get(guest);
    if (place !== undefined) place.busy = busy;
  }

  leave(guest: Guest): void {
    const place = this.#places.get(guest);
    if (place === undefined) return;
    this.#places.delete(guest);
    const left = this.of(place.address) - 1;
    if (left > 0) this.#counts.set(place.address, left);
    else this.#counts.delete(place.address);
  }

  /** Of the fullest address: the oldest that is idle, else the oldest. Never the newcomer. */
  #leaving(newcomer: Guest): Guest | null {
    let most = 0;
    for (const count of this.#counts.values()) most = Math.max(most, count);
    let oldest: Guest | null = null;
    for (const [guest, { address, busy }] of this.#places) {
      if (guest === newcomer || this.of(address) < most) continue;
      if (!busy) return guest;
      oldest ??= guest;
    }
    return oldest;
  }
}
