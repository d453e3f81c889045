import Testing

@testable import SpecRepository

@Suite struct DigestTests {
  @Test func `a digest is SHA-256 in hexadecimal`() {
    // FIPS 180-2, appendix B.1.
    #expect(
      ContentDigest(of: "abc".utf8).description
        == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }
}
