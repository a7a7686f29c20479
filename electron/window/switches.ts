/**
 * Chromium's own doors to the network, shut before it starts. The content policy alone does not
 * stop WebRTC, name look-ups or background services.
 */
export const CHROMIUM_SWITCHES: readonly (readonly [string, string?])[] = [
  ["host-resolver-rules", "MAP * ~NOTFOUND"],
  ["webrtc-ip-handling-policy", "disable_non_proxied_udp"],
  ["no-proxy-server"],
  ["disable-background-networking"],
  ["disable-component-update"],
  ["disable-domain-reliability"],
  ["disable-sync"],
  ["disable-quic"],
  ["no-pings"],
];
