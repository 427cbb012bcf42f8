/** Says words aloud at once, whatever is set: for whoever asks for it. Nothing where there are no voices. */
import { useApp } from '../app-context.ts';
import { canSpeak, say } from '../sound/speech.ts';

interface ReadAloudProps {
  readonly label: string;
  readonly words: string;
}

export function ReadAloud({ label, words }: ReadAloudProps) {
  const { preferences } = useApp();
  if (!canSpeak()) return null;
  return (
    <button
      type="button"
      class="button plain"
      onClick={() => {
        say(words, preferences.language);
      }}
    >
      {label}
    </button>
  );
}
