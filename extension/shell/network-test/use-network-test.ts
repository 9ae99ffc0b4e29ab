import { useEffect, useRef, useState } from "react";
import type { NetworkTestResult } from "../../quality/network-test-result.ts";
import { useConnection } from "../connection.tsx";

type NetworkTestState = { status: "idle" } | { status: "running" } | { status: "over"; result: NetworkTestResult };

/** Runs a test of the network on this page, and ends it with the page. */
export function useNetworkTest() {
  const { api, settings } = useConnection();
  const [state, setState] = useState<NetworkTestState>({ status: "idle" });
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  async function start(): Promise<void> {
    const stop = new AbortController();
    running.current = stop;
    setState({ status: "running" });
    // The voice SDK is larger than the page: it comes when somebody wants a test.
    const { testNetwork } = await import("../../call/network-test.ts");
    const result = await testNetwork({ api, audio: settings.audio, signal: stop.signal });
    setState({ status: "over", result });
  }
  return { state, start, stop: () => running.current?.abort() };
}
