/** Q.850 cause values and their notations. All are derived from the number. */

/** Whether a number is a Q.850 cause: 1 to 127, seven bits. Programs use values above for causes of their own. */
export function isQ850(cause: number | undefined): cause is number {
  return cause !== undefined && cause >= 1 && cause <= 127;
}

/** `0x15` for 21. */
export function causeHex(cause: number): string {
  return `0x${cause.toString(16).toUpperCase().padStart(2, '0')}`;
}

/** The octet as a DSS1 (Q.931) trace shows it: the value with the extension bit set; `95` for 21. */
export function dss1Octet(cause: number): string {
  return (cause | 0x80).toString(16).toUpperCase().padStart(2, '0');
}

/** The CAPI reason `0x3400 | octet`, as CAPI 2.0 reports network causes; 3495 (hex) for 21. */
export function capiReason(cause: number): string {
  return `34${dss1Octet(cause)}`;
}
