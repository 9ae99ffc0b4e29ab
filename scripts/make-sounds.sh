#!/bin/sh
# Makes the sounds of extension/public/sounds: the keypad's tones, the ringing a caller hears, and three short signals.
# Needs sox and opusenc (Debian: sox, opus-tools).
set -eu
cd "$(dirname "$0")/.."

sounds=extension/public/sounds
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$sounds"

encode() { # NAME BITRATE_KBPS
  opusenc --quiet --serial 1 --bitrate "$2" --discard-comments --padding 0 "$work/$1.wav" "$sounds/$1.opus"
}

# Two sines at once, loud enough to be heard as an answer to a key, with edges that do not click. ITU-T Q.23.
tone() { # NAME LOW_HZ HIGH_HZ
  sox -n -r 48000 -c 1 -b 16 "$work/$1.wav" synth 0.16 sine "$2" synth 0.16 sine mix "$3" fade 0.004 0.16 0.012 gain -16
  encode "$1" 32
}

tone dtmf1 697 1209; tone dtmf2 697 1336; tone dtmf3 697 1477
tone dtmf4 770 1209; tone dtmf5 770 1336; tone dtmf6 770 1477
tone dtmf7 852 1209; tone dtmf8 852 1336; tone dtmf9 852 1477
tone dtmfs 941 1209; tone dtmf0 941 1336; tone dtmfh 941 1477

# The North American ringback: 440 and 480 Hz, two seconds of sound and four of silence, once; it is played in a loop.
sox -n -r 48000 -c 1 -b 16 "$work/ringback.wav" synth 2 sine 440 synth 2 sine mix 480 fade 0.02 2 0.03 gain -20 pad 0 4
encode ringback 24

# Two soft notes of a plucked string: upwards for an answer, downwards for an end.
note() { # FILE HZ
  sox -n -r 48000 -c 1 -b 16 "$1" synth 0.5 pluck "$2" fade 0.004 0.5 0.3 gain -14
}
chime() { # NAME FIRST_HZ SECOND_HZ
  note "$work/first.wav" "$2"
  note "$work/second.wav" "$3"
  sox -m "$work/first.wav" "|sox $work/second.wav -p pad 0.11" -b 16 "$work/$1.wav" gain -n -12
  encode "$1" 40
}
chime outgoing 523.25 783.99
chime disconnect 659.26 440

# A bell for a call that comes in: four quick notes and a rest, played in a loop.
for hz in 659.26 783.99 659.26 783.99; do note "$work/bell-$hz.wav" "$hz"; done
sox -m "$work/bell-659.26.wav" "|sox $work/bell-783.99.wav -p pad 0.16" "|sox $work/bell-659.26.wav -p pad 0.32" \
  "|sox $work/bell-783.99.wav -p pad 0.48" -b 16 "$work/incoming.wav" gain -n -10 pad 0 2
encode incoming 40
