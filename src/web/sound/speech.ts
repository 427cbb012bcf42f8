/** Words said aloud, where the person has asked for it. */
export const canSpeak = (): boolean => 'speechSynthesis' in globalThis;

export function say(words: string, language: string): void {
  if (!canSpeak()) return;
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = language;
  speechSynthesis.cancel();
  speechSynthesis.speak(utterance);
}
