package io.github.danmuhub.server.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How often a wrong token may be shown. */
class GuessLimitTest {
  private long now = 1_000_000;
  private final GuessLimit limit = new GuessLimit(() -> now);

  private void guess(String address, int times) {
    for (int i = 0; i < times; i++) {
      assertThat(limit.waitMs(address)).isZero();
      limit.wrong(address);
    }
  }

  @Test
  void anAddressThatHasGuessedTooOftenWaitsForASecondEachTime() {
    guess("10.0.0.1", GuessLimit.AT_ONCE);
    assertThat(limit.waitMs("10.0.0.1")).isEqualTo(1_000);
    now += 400;
    assertThat(limit.waitMs("10.0.0.1")).isEqualTo(600);
    now += 600;
    guess("10.0.0.1", 1);
    assertThat(limit.waitMs("10.0.0.1")).isEqualTo(1_000);
  }

  @Test
  void itHindersNoOtherAddress() {
    guess("10.0.0.1", GuessLimit.AT_ONCE);
    assertThat(limit.waitMs("10.0.0.2")).isZero();
  }

  @Test
  void manyAddressesTogetherAreLimitedButForThoseThatHaveShownTheToken() {
    limit.right("10.0.0.9");
    int guesses = 0;
    for (int i = 0; guesses < GuessLimit.ALL_AT_ONCE; i++, guesses += GuessLimit.AT_ONCE) {
      guess("10.0.1." + i, GuessLimit.AT_ONCE);
    }
    assertThat(limit.waitMs("10.0.2.1")).isEqualTo(100);
    assertThat(limit.waitMs("10.0.0.9")).isZero();
    now += 100;
    guess("10.0.2.1", 1);
  }

  @Test
  void moreAddressesThanItRemembersShareOneLimitUntilTheOthersAreForgotten() {
    for (int i = 0; i < GuessLimit.ADDRESSES * GuessLimit.AT_ONCE; i++) {
      limit.wrong("address " + i % GuessLimit.ADDRESSES);
    }
    now += 20_000;
    guess("newcomer 1", GuessLimit.AT_ONCE);
    assertThat(limit.waitMs("newcomer 2")).isEqualTo(1_000);
    assertThat(limit.addresses()).isEqualTo(GuessLimit.ADDRESSES);
    now += 30_000;
    guess("newcomer 3", 1);
    assertThat(limit.addresses()).isEqualTo(1);
  }

  @Test
  void aClockThatIsSetBackNeitherHelpsNorHurts() {
    guess("10.0.0.1", GuessLimit.AT_ONCE);
    now -= 3_600_000;
    assertThat(limit.waitMs("10.0.0.1")).isEqualTo(1_000);
    now += 1_000;
    assertThat(limit.waitMs("10.0.0.1")).isZero();
  }

  @Test
  void aHouseholdOfIpv6AddressesIsOneCaller() {
    assertThat(Address.of("2001:db8:1:2::1")).isEqualTo(Address.of("2001:db8:1:2:ffff::9"));
    assertThat(Address.of("2001:db8:1:2::1")).isNotEqualTo(Address.of("2001:db8:1:3::1"));
    assertThat(Address.of("192.168.1.7")).isEqualTo("192.168.1.7");
  }
}
