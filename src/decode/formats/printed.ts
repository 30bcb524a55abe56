/** Statuses that a program prints over more than one line: drawings of a flow, parsed headers, objects. */
import { flowLabel, type FlowLabel, hasArrow } from './flow.ts';
import type { Mention } from './mentions.ts';

/** What a mention has that nothing more is known of. */
const unknown = { method: null, cseq: null, callId: null, again: false };

/** Takes the lines outside of messages, in their order. */
export class PrintedStatus {
  /** Parsed headers (pyVoIP, JAIN): their status waits for CSeq and Call-ID. */
  #dump: Mention | null = null;
  #object: { code: number; line: number } | null = null;
  #flow: { label: FlowLabel; line: number; text: string } | null = null;

  /**
   * @param sinceHttp lines since HTTP was spoken of.
   * @param recent the lines before, nearest last.
   * @returns what is known by now; CSeq and Call-ID may be added later.
   */
  take(text: string, no: number, sinceHttp: number, recent: readonly string[]): Mention[] {
    return [
      this.#drawn(text, no),
      this.#headers(text, no, sinceHttp),
      this.#printedObject(text, no, recent),
    ].filter((mention) => mention !== null);
  }

  /** An empty line. */
  blank(no: number): void {
    if (this.#dump && no - this.#dump.line > 40) this.#dump = null;
  }

  /** A status in a drawing counts where an arrow stands on its line or on the next. */
  #drawn(text: string, no: number): Mention | null {
    const before = this.#flow;
    this.#flow = null;
    const label = flowLabel(text);
    const found =
      label && hasArrow(text) ? { label, line: no, text } : before && hasArrow(text) ? before : null;
    if (!found) {
      if (label) this.#flow = { label, line: no, text };
      return null;
    }
    return {
      code: found.label.code,
      phrase: found.label.phrase,
      ...unknown,
      where: 'flow diagram',
      line: found.line,
      text: found.text.slice(0, 400),
    };
  }

  /** `Status: 401 Unauthorized` above a dump of parsed headers (pyVoIP), never after HTTP. */
  #headers(text: string, no: number, sinceHttp: number): Mention | null {
    const status = /^\s{0,20}Status: ([1-6]\d\d) ([A-Za-z][^|"]{1,80})$/.exec(text.slice(0, 140));
    if (status && sinceHttp > 5) {
      this.#dump = {
        code: Number(status[1]),
        phrase: (status[2] ?? '').trim(),
        ...unknown,
        where: 'Status: line',
        line: no,
        text: text.slice(0, 200),
      };
      return this.#dump;
    }
    if (!this.#dump) return null;
    const cseq = /^\s{0,20}CSeq: \{?.{0,20}?'?check'?: '?(\d{1,10})'?, '?method'?: '?([A-Z]+)/.exec(
      text.slice(0, 200),
    );
    if (cseq) {
      this.#dump.cseq = Number(cseq[1]);
      this.#dump.method = cseq[2] ?? null;
    }
    const plain = /^\s{0,20}CSeq: (\d{1,10}) ([A-Z]+)/.exec(text.slice(0, 200));
    if (plain) {
      this.#dump.cseq = Number(plain[1]);
      this.#dump.method = plain[2] ?? null;
    }
    const callId = /^\s{0,20}Call-ID: (\S{1,300})/i.exec(text.slice(0, 400))?.[1];
    if (callId) this.#dump.callId = callId;
    return null;
  }

  /** A code and its phrase on neighbouring lines of a printed object: Janus, JsSIP, Azure. */
  #printedObject(text: string, no: number, recent: readonly string[]): Mention | null {
    const before = this.#object;
    const short = text.slice(0, 200);
    const code =
      /^\s{0,40}["']?(?:status_code|statusCode|code)["']?\s{0,3}[:=]\s{0,3}["']?([1-6]\d\d)["']?,?\s{0,3}$/.exec(
        short,
      )?.[1];
    if (code !== undefined) {
      this.#object = { code: Number(code), line: no };
      return null;
    }
    if (!before || no - before.line > 2) return null;
    const phrase =
      /^\s{0,40}["']?(?:reason_phrase|reasonPhrase|reason)["']?\s{0,3}[:=]\s{0,3}["']([^"']{1,80})["']/.exec(
        short,
      )?.[1];
    const sub = /^\s{0,40}["']?sub_?[cC]ode["']?\s{0,3}[:=]\s{0,3}(\d{4,6})\b/.exec(short)?.[1];
    if (phrase === undefined && sub === undefined) return null;
    this.#object = null;
    const near = recent.slice(-12).join(' ');
    if (
      sub === undefined &&
      (!/\bsip\b|IncomingResponse|janus/i.test(near) || /https?:|\bHTTP\b/i.test(near))
    )
      return null;
    return {
      code: before.code,
      phrase: phrase ?? null,
      ...unknown,
      where: sub === undefined ? 'event' : `Microsoft ${sub}`,
      line: before.line,
      text: short,
    };
  }
}
