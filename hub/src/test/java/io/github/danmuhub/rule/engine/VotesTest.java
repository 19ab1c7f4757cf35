package io.github.danmuhub.rule.engine;

import static io.github.danmuhub.SampleEvents.origin;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.danmuhub.event.Chat;
import io.github.danmuhub.event.Money;
import io.github.danmuhub.event.SuperChat;
import io.github.danmuhub.event.User;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VotesTest {
  private static Bench opened(String keys) {
    Bench bench =
        new Bench(
            """
        votes:
          toy: {window: 10s, options: {小球: ball, 激光笔: laser, 1: wand}, starts: always%s}
        rules:
          - {id: won, on: {vote: toy}, do: {say: "{vote.winner} {vote.count}/{vote.total} {vote.option}"}}
          - {id: none, on: {no_vote: toy}, do: {say: "nobody, {vote.total}"}}
        """
                .formatted(keys.isEmpty() ? "" : ", " + keys));
    bench.passes(100);
    return bench;
  }

  @Test
  void theLastVoteOfEachUserCounts() {
    Bench bench = opened("count: last");
    bench.says(1, "小球");
    bench.says(2, "激光笔");
    bench.says(3, "１");
    bench.says(3, "激光笔");
    bench.says(4, "小球 please");
    bench.passes(10_000);
    assertThat(bench.done()).containsExactly("laser 2/3 激光笔");
  }

  @Test
  void theFirstVoteOfEachUserCounts() {
    Bench bench = opened("count: first");
    bench.says(1, "小球");
    bench.says(1, "激光笔");
    bench.passes(10_000);
    assertThat(bench.done()).containsExactly("ball 1/1 小球");
  }

  @Test
  void orEveryMessageCounts() {
    Bench bench = opened("count: every_message");
    bench.says(1, "小球");
    bench.says(1, "小球");
    bench.says(2, "1");
    bench.passes(10_000);
    assertThat(bench.done()).containsExactly("ball 2/3 小球");
  }

  @Test
  void tiesAreDecidedAsTheRuleSays() {
    for (String[] each :
        new String[][] {
          {"first", "laser 1/2 激光笔"}, {"highest", "laser 1/2 激光笔"}, {"none", "nobody, 2"}
        }) {
      Bench bench = opened("tie: " + each[0]);
      bench.says(2, "激光笔");
      bench.says(1, "小球");
      bench.passes(10_000);
      assertThat(bench.done()).as(each[0]).containsExactly(each[1]);
    }
  }

  @Test
  void chanceDecidesBySeed() {
    Bench one = opened("tie: random");
    Bench two = opened("tie: random");
    for (Bench bench : new Bench[] {one, two}) {
      for (int window = 0; window < 20; window++) {
        bench.says(2, "激光笔");
        bench.says(1, "小球");
        bench.passes(10_100);
      }
    }
    assertThat(one.done()).isEqualTo(two.done());
    assertThat(Set.copyOf(one.done())).hasSize(2);
  }

  @Test
  void withoutAQuorumNobodyWinsOrWhatIsMeantForThat() {
    Bench bench = opened("quorum: 2");
    bench.says(1, "小球");
    bench.passes(10_000);
    assertThat(bench.done()).containsExactly("nobody, 1");
    Bench other = opened("quorum: 2, otherwise: wand");
    other.passes(10_000);
    assertThat(other.done()).containsExactly("wand 0/0 1");
  }

  @Test
  void membersAndGiftsWeighMore() {
    Bench bench = opened("weight: {member: 3, gift: 10 CNY, gift_most: 5}");
    User member = new User("1", "m", null, null, Set.of(User.Role.MEMBER), 0);
    User giver = User.of("2", "g");
    bench.hears(Chat.of(origin(bench.at()), member, "小球"));
    bench.hears(Chat.of(origin(bench.at()), giver, "激光笔"));
    bench.hears(new SuperChat(origin(bench.at()), giver, "go", new Money(25_000, "CNY"), 60));
    bench.passes(100);
    bench.hears(new SuperChat(origin(bench.at()), giver, "go", new Money(900_000, "CNY"), 60));
    bench.passes(10_000);
    assertThat(bench.done()).containsExactly("laser 6/9 激光笔");
  }

  @Test
  void itOpensWithTheFirstVoteOrByHand() {
    Bench first =
        new Bench("votes: {v: {window: 1s, options: [a, b], starts: on_vote, pause: 5s}}");
    first.passes(3_000);
    assertThat(first.tallies).isEmpty();
    first.says(1, "b");
    first.passes(1_000);
    assertThat(first.tallies.get(first.tallies.size() - 1).winner()).isEqualTo("b");
    first.says(1, "a");
    assertThat(first.engine.votes(first.now()).get(0).window().open()).isFalse();
    Bench hand = new Bench("votes: {v: {window: 1m, options: [a, b]}}");
    assertThat(hand.engine.startVote("v", hand.now())).isTrue();
    hand.says(1, "a");
    assertThat(hand.engine.stopVote("v", hand.now())).isTrue();
    assertThat(hand.tallies.get(hand.tallies.size() - 1).winner()).isEqualTo("a");
    assertThat(hand.engine.startVote("w", hand.now())).isFalse();
  }

  @Test
  void aChangeIsToldFourTimesASecondAtMost() {
    Bench bench = opened("count: last");
    for (int i = 0; i < 100; i++) {
      bench.says(i, "小球");
      bench.passes(10);
    }
    assertThat(bench.tallies).hasSizeBetween(4, 6);
    assertThat(bench.engine.votes(bench.now()).get(0).turnout().voters()).isEqualTo(100);
  }

  @Test
  void aVoteThatIsOpenEndsAsItBeganWhateverTheFileSaysNow() {
    String rules = "rules: [{id: w, on: {vote: v}, do: {say: '{vote.winner}'}}]\n";
    Bench bench =
        new Bench(rules + "votes: {v: {window: 9s, options: {a: x, b: y}, starts: always}}");
    bench.passes(100);
    bench.says(1, "a");
    bench.use(
        rules + "dry_run: true\nvotes: {v: {window: 9s, options: {a: x, b: y}, starts: always}}");
    assertThat(bench.engine.votes(bench.now()).get(0).turnout().total()).isEqualTo(1);
    bench.use(rules + "votes: {v: {window: 2s, options: {b: y, c: z}, pause: 1s, starts: always}}");
    assertThat(bench.engine.votes(bench.now()).get(0).turnout().total()).isEqualTo(1);
    bench.says(2, "c");
    bench.says(3, "a");
    bench.passes(9_000);
    assertThat(bench.done()).containsExactly("x");
    bench.passes(1_100);
    bench.says(2, "c");
    bench.says(3, "a");
    bench.passes(2_000);
    assertThat(bench.done()).containsExactly("x", "z");
  }

  @Test
  void aVoteThatRestartsItselfDoesNotCallItselfForEver() {
    Bench bench =
        new Bench(
            """
            votes: {v: {window: 1s, options: [a, b]}}
            rules:
              - {id: again, on: [{vote: v}, {no_vote: v}], do: [{vote: {start: v}}, {vote: {stop: v}}]}
            """);
    bench.engine.startVote("v", bench.now());
    bench.engine.stopVote("v", bench.now());
    bench.passes(1_000);
    assertThat(bench.decisions).hasSizeLessThan(40);
  }

  @Test
  void someOfTheWinnersVotersAreDrawnEachOnce() {
    Bench bench =
        new Bench(
            """
            votes: {v: {window: 1m, options: [抽奖], count: first, draw: 2}}
            rules: [{id: won, on: {vote: v}, do: {say: "{vote.drawn}"}}]
            """);
    bench.engine.startVote("v", bench.now());
    for (int i = 0; i < 5; i++) {
      bench.says(i % 3, "抽奖");
    }
    bench.engine.stopVote("v", bench.now());
    assertThat(bench.done()).singleElement().asString().matches("user [0-2], user [0-2]");
    assertThat(Set.of(bench.done().get(0).split(", ", -1))).hasSize(2);
  }
}
