#include "session.h"
#include "link.h"

void Session::boot(uint8_t resetFlags) {
  resetFlags_ = resetFlags;
  challenge_ = drawChallenge(latch_, link::entropy());
}

void Session::receive(const uint8_t *payload, uint8_t length) {
  const bool accepted = payload[0] == frame::hello::id ? hello(payload, length)
                                                       : obey(payload[0], payload, length);
  if (accepted) {
    heardAtMs_ = supervisor_.nowMs();
  } else if (refused_ < 0x3fff) {
    refused_++;
  }
}

/**
 * Outside of `armed` it begins a new session. While armed it only answers: a hello is the one frame that anybody can
 * send again, and must not open the way for other old frames.
 */
bool Session::hello(const uint8_t *payload, uint8_t length) {
  uint32_t values[mostFields];
  if (!decodeFrame(LAYOUT(hello), payload, length, openSeed, values)) return false;
  const bool understood = values[frame::hello::version] == protocolVersion;
  if (understood && supervisor_.state() != State::armed) {
    challenge_ = drawChallenge(latch_, link::entropy());
    supervisor_.limits.reset();
    sequence_ = static_cast<uint16_t>(values[frame::hello::sequence]);
    accepted_ = sequence_;
    greeted_ = true;
  }
  identify(static_cast<uint16_t>(values[frame::hello::nonce]));
  due_ = true;
  return understood;
}

/** Genuine: whole, of this session, and newer than all before it. It is used up then, obeyed or not. */
bool Session::open(const Layout &layout, const uint8_t *payload, uint8_t length,
                   uint32_t *values) {
  if (!greeted_ || !decodeFrame(layout, payload, length, challenge_, values)) return false;
  const uint16_t sequence = static_cast<uint16_t>(values[0]);
  const uint16_t ahead = (sequence - sequence_) & (sequenceModulus - 1);
  if (ahead == 0 || ahead > sequenceAhead) return false;
  sequence_ = sequence;
  // Obeyed or refused, the host sees at once what became of it.
  due_ = true;
  return true;
}

bool Session::obey(uint8_t id, const uint8_t *payload, uint8_t length) {
  uint32_t values[mostFields];
  bool obeyed = false;
  switch (id) {
  case frame::narrow::id:
    obeyed = open(LAYOUT(narrow), payload, length, values) && narrow(values + 1);
    break;
  case frame::arm::id:
    obeyed = open(LAYOUT(arm), payload, length, values) &&
             values[frame::arm::limitsCrc] == supervisor_.limits.crc(challenge_) &&
             supervisor_.arm();
    break;
  case frame::renew::id:
    obeyed = open(LAYOUT(renew), payload, length, values) && renew(values);
    // Twenty a second: the regular status is answer enough.
    if (obeyed) due_ = false;
    break;
  case frame::disarm::id:
    obeyed = open(LAYOUT(disarm), payload, length, values) && supervisor_.disarm();
    break;
  case frame::clear::id:
    obeyed = open(LAYOUT(clear), payload, length, values) &&
             supervisor_.clear(static_cast<Reason>(values[frame::clear::reason]));
    break;
  case frame::recall::id:
    obeyed = open(LAYOUT(recall), payload, length, values);
    memoryDue_ = memoryDue_ || obeyed;
    break;
  case frame::remember::id:
    obeyed = open(LAYOUT(remember), payload, length, values) && remember(values + 1);
    break;
  default:
    break;
  }
  if (obeyed) accepted_ = sequence_;
  return obeyed;
}

bool Session::narrow(const uint32_t *values) {
  if (supervisor_.state() == State::armed || !supervisor_.limits.narrow(values)) return false;
  uint32_t fields[limitCount];
  supervisor_.limits.report(fields);
  sendFrame(LAYOUT(limits), fields, challenge_);
  return true;
}

/** Outside of `armed` a renewal is a sign of life and no more; one that asks for power is refused. */
bool Session::renew(const uint32_t *values) {
  const Drive asked = {{static_cast<uint16_t>(values[frame::renew::coolCount]),
                        static_cast<uint16_t>(values[frame::renew::heatCount])},
                       static_cast<uint8_t>(values[frame::renew::switches] & ~stopLoopClosedBit)};
  if (supervisor_.state() != State::armed) return asked.zero();
  return supervisor_.renew(asked);
}

/** Answered when it is written. Nothing new is begun while armed: a host has all the time before and after. */
bool Session::remember(const uint32_t *values) {
  if (supervisor_.state() == State::armed) return false;
  Remembered wanted = {values[0], values[1], {0, 0, 0, 0}};
  for (uint8_t part = 0; part < 4; part++) wanted.hash[part] = values[2 + part];
  if (!memory_.remember(wanted)) return false;
  memoryDue_ = true;
  return true;
}

void Session::identify(uint16_t nonce) const {
  using namespace frame::identity;
  uint32_t values[fieldCount];
  values[frame::identity::nonce] = nonce;
  values[version] = protocolVersion;
  values[major] = majorVersion;
  values[minor] = minorVersion;
  values[patch] = patchVersion;
  values[buildHash] = BUILD_HASH;
  values[uptimeMs] = supervisor_.nowMs();
  values[resetCause] = resetFlags_;
  values[challenge] = challenge_;
  supervisor_.limits.report(values + frame::identity::ceilingCounts, fieldCount - frame::identity::ceilingCounts);
  sendFrame(LAYOUT(identity), values, openSeed);
}

void Session::pass() {
  memory_.pass();
  if (!greeted_) return;
  if (memoryDue_ && memory_.settled() && tellMemory()) memoryDue_ = false;
  const uint32_t nowMs = supervisor_.nowMs();
  const bool changed = supervisor_.changes() != reportedChanges_;
  if (!changed && !due_ && nowMs - reportedAtMs_ < statusMs) return;
  const uint8_t changes = supervisor_.changes();
  // Where the line is full, the next pass tries again.
  if (!report()) return;
  reportedChanges_ = changes;
  reportedAtMs_ = nowMs;
  due_ = false;
}

bool Session::report() const {
  using namespace frame::status;
  const Drive &drive = supervisor_.drive();
  const Readings &readings = supervisor_.readings();
  const Trip &trip = supervisor_.trip();
  uint32_t values[fieldCount];
  values[sequence] = accepted_;
  values[state] = static_cast<uint8_t>(supervisor_.state());
  values[reason] = static_cast<uint8_t>(trip.reason);
  values[channel] = trip.channel;
  values[value] = trip.value;
  values[limit] = trip.limit;
  values[leaseLeftMs] = supervisor_.leaseLeftMs();
  values[coolCount] = drive.count[coolSide];
  values[heatCount] = drive.count[heatSide];
  values[switches] = drive.switches | (supervisor_.loop().closed() ? stopLoopClosedBit : 0);
  values[plateACounts] = readings[plateAPin].counts();
  values[plateBCounts] = readings[plateBPin].counts();
  values[heatsinkCounts] = readings[heatsinkPin].counts();
  values[bandGapCounts] = supervisor_.reference().bandGap();
  values[fanEdges] = supervisor_.fan().edges();
  values[refusedFrames] = refused_;
  values[uptimeMs] = supervisor_.nowMs();
  return sendFrame(LAYOUT(status), values, challenge_);
}

bool Session::tellMemory() const {
  using namespace frame::memory;
  const Remembered &kept = memory_.kept();
  uint32_t values[fieldCount];
  values[condition] = static_cast<uint8_t>(memory_.condition());
  values[number] = kept.number;
  values[begun] = kept.begun;
  for (uint8_t part = 0; part < 4; part++) values[hash0 + part] = kept.hash[part];
  return sendFrame(LAYOUT(memory), values, challenge_);
}
