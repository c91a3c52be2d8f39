import type { Viewer } from '../authorize.js';
import { Refusal, type RefusalCode } from '../errors.js';

/** Who reads live: a session, and what it has had so far. */
export interface LiveReader<Place> {
  readonly personId: string;
  /** The rights that the person has now, read for this delivery. */
  viewer: Viewer;
  /** How far the reader has been told, as the feed counts it; the feed moves it on. */
  place: Place;
  /** Whether announcements may have passed the reader by: when it begins, when it was slow, when the connection to the database was away. */
  readonly missed: boolean;
  send(payload: object): void;
  /** Says that there is more to tell: the reader is told again, once its client has taken what it was sent. */
  continues(): void;
  /** Ends the subscription with a refusal. */
  end(code: RefusalCode): void;
}

/**
 * One subscription as an iterator. It holds one payload that its client has not taken yet; until then nothing more is made for it, so that
 * a slow client costs nothing and is told later what it missed.
 */
export class Reader<Place> implements LiveReader<Place>, AsyncIterableIterator<object> {
  viewer: Viewer = { personId: null, appointments: [], memberships: [] };
  missed = false;
  /** Whether it will have missed something when it is told next. */
  missesNext = true;
  private isBehind = false;
  private held: object | null = null;
  private refusal: RefusalCode | null = null;
  private isOver = false;
  private waiting: { resolve(result: IteratorResult<object>): void; reject(error: Error): void } | null = null;

  constructor(
    readonly sessionId: string,
    readonly personId: string,
    public place: Place,
    private readonly on: { free(reader: Reader<Place>): void; left(reader: Reader<Place>): void },
  ) {}

  /** Begins a delivery. @returns false where its client has not yet taken the last one: it is told as soon as it has */
  begin(): boolean {
    this.isBehind = this.held !== null;
    this.missed = this.missesNext;
    this.missesNext = this.isBehind;
    return !this.isBehind;
  }

  send(payload: object): void {
    if (this.isOver) return;
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) waiting.resolve({ done: false, value: payload });
    else this.held = payload;
  }

  continues(): void {
    this.isBehind = true;
  }

  /** Whether there is more to tell it and its client waits already. */
  waitsForMore(): boolean {
    return this.isBehind && this.waiting !== null;
  }

  end(code: RefusalCode): void {
    if (this.isOver) return;
    this.refusal = code;
    this.leave();
  }

  async next(): Promise<IteratorResult<object>> {
    const value = this.held;
    this.held = null;
    if (this.isBehind) this.on.free(this);
    this.isBehind = false;
    if (value) return { done: false, value };
    if (this.isOver) return this.over();
    return new Promise((resolve, reject) => (this.waiting = { resolve, reject }));
  }

  async return(): Promise<IteratorResult<object>> {
    this.held = null;
    this.leave();
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** Ends the iterator: with the refusal once, if there was one. */
  private over(): IteratorResult<object> {
    const code = this.refusal;
    this.refusal = null;
    if (code) throw new Refusal(code);
    return { done: true, value: undefined };
  }

  private leave(): void {
    if (this.isOver) return;
    this.isOver = true;
    const waiting = this.waiting;
    this.waiting = null;
    if (waiting) {
      try {
        waiting.resolve(this.over());
      } catch (error) {
        waiting.reject(error as Error);
      }
    }
    this.on.left(this);
  }
}
