#!/bin/sh
# Makes the sandbox carrier's prompts: spoken by espeak-ng, the ringback tone by arithmetic, encoded by opusenc.
# Needs espeak-ng and opus-tools (Debian's package names) and Node. The results are committed, so nobody needs this
# to run or test Ringback; run it after changing server/sandbox/prompts/prompt-texts.ts.
set -eu
cd "$(dirname "$0")/.."
clips=server/sandbox/prompts/clips
mkdir -p "$clips"

# 20 ms packets, because each goes into one RTP packet; a fixed serial number, so that the same text gives the same file.
encode() {
  opusenc --quiet --bitrate 16 --framesize 20 --serial 1 --padding 0 --discard-comments "$@"
}

node --input-type=module -e '
  const { promptTexts } = await import(process.cwd() + "/server/sandbox/prompts/prompt-texts.ts");
  for (const [name, text] of Object.entries(promptTexts)) console.log(`${name}\t${text}`);
' | while IFS="$(printf '\t')" read -r name text; do
  espeak-ng -v en-us -s 150 --stdout "$text" | encode --speech - "$clips/$name.opus"
  echo "$name: $text"
done

# North American ringback: 440 and 480 Hz for two seconds, then four seconds of silence.
node --input-type=module -e '
  const sampleRate = 48_000;
  const samples = new Int16Array(6 * sampleRate);
  for (let i = 0; i < 2 * sampleRate; i++) {
    const seconds = i / sampleRate;
    samples[i] = 4000 * (Math.sin(2 * Math.PI * 440 * seconds) + Math.sin(2 * Math.PI * 480 * seconds));
  }
  process.stdout.write(Buffer.from(samples.buffer));
' | encode --raw --raw-rate 48000 --raw-chan 1 --music - "$clips/ringback.opus"
echo "ringback: 440 + 480 Hz, 2 s on, 4 s off"
