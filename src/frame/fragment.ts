/** A fragment as it was meant. One that was cut off or edited may hold half an escape: it stays as it stands. */
export function decodedFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
