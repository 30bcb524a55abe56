import { bodyLength, faults } from '../signs/network.ts';
import { short } from '../text.ts';
import { finals } from '../view.ts';
import type { Found, Rule } from './rule.ts';

/** 400 and 411: what is wrong with the request that was refused. */
export const faultyRequest: Rule = {
  id: 'faulty-request',
  cases: ['/400/#header-missing', '/400/#content-length', '/400/#address-syntax', '/411/#no-content-length'],
  look(view) {
    const found: Found[] = [];
    for (const see of finals(view)) {
      const answer = see.answer;
      const { request } = see.exchange;
      const code = answer?.response.code;
      if (!answer || !request?.complete || (code !== 400 && code !== 411)) continue;
      if (code === 411) {
        if (request.contentLength === null)
          found.push({
            case: '/411/#no-content-length',
            certainty: 'sure',
            evidence: [request.line, answer.response.line],
            answer,
            message: 'The request has no Content-Length, which TCP and TLS need.',
          });
        continue;
      }
      const missing = faults(request);
      const phrase = answer.response.reasonPhrase ?? '';
      if (missing.length > 0) {
        found.push({
          case: '/400/#header-missing',
          certainty: 'likely',
          evidence: [request.line, answer.response.line],
          answer,
          message: `The request is faulty: ${missing.slice(0, 4).join(', ')}.`,
        });
      } else if (
        /content.?length|body (?:length|size)/i.test(phrase) ||
        (request.exact &&
          request.contentLength !== null &&
          Math.abs(bodyLength(request) - request.contentLength) > 2)
      ) {
        const length = request.headers.find((header) => header.name === 'content-length')?.line;
        found.push({
          case: '/400/#content-length',
          certainty: /content.?length/i.test(phrase) ? 'sure' : 'likely',
          evidence: [length ?? request.line, answer.response.line],
          answer,
          message: `Content-Length announces ${request.contentLength ?? 'nothing'}, the body in this trace has ${bodyLength(request)} bytes.`,
        });
      } else if (/missing|header|cseq/i.test(phrase))
        found.push({
          case: '/400/#header-missing',
          certainty: 'likely',
          evidence: [request.line, answer.response.line],
          answer,
          message: `The phrase says what is wrong: “${short(phrase)}”.`,
        });
      else if (/uri|scheme|address|parse/i.test(phrase))
        found.push({
          case: '/400/#address-syntax',
          certainty: 'maybe',
          evidence: [request.line, answer.response.line],
          answer,
          message: `The phrase names an address that could not be read: “${short(phrase)}”.`,
        });
    }
    return found.slice(0, 3);
  },
};
