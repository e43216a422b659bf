package org.gongkai.query.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.gongkai.access.AccessService;
import org.gongkai.access.AttemptsBarred;
import org.gongkai.access.Caller;
import org.gongkai.access.Callers;
import org.gongkai.access.Overloaded;
import org.gongkai.access.PasswordChanges;
import org.gongkai.access.ReadsRequest;
import org.gongkai.access.Unscoped;
import org.gongkai.statute.Refused;
import org.gongkai.statute.Rule;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// 登录 and 修改口令. What is typed into the first is checked at the gate, before any page.
@Controller
class SignInConsole {

	private final PasswordChanges passwords;

	private final AccessService.Elsewhere elsewhere;

	SignInConsole(PasswordChanges passwords, AccessService.Elsewhere elsewhere) {
		this.elsewhere = elsewhere;
		this.passwords = passwords;
	}

	/// @param refused told where the last try failed
	/// @param stranger told where the provider knows somebody who has no account here
	/// @param failed told where the provider was not reached or not believed
	/// @param barred for how many seconds nobody looks at a password
	/// @param busy after how many seconds to try again, where too many passwords were
	/// being
	/// checked
	@GetMapping("/sign-in")
	String signIn(@Unscoped @RequestParam @Nullable String refused, @Unscoped @RequestParam @Nullable String stranger,
			@Unscoped @RequestParam(name = "elsewhere") @Nullable String failed,
			@Unscoped @RequestParam @Nullable Long barred, @Unscoped @RequestParam @Nullable Long busy, Model model,
			HttpServletResponse response) {
		model.addAttribute("refused", refused != null);
		model.addAttribute("stranger", stranger != null);
		model.addAttribute("failed", failed != null);
		model.addAttribute("elsewhere", this.elsewhere);
		model.addAttribute("barred", barred);
		if (barred != null) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader("Retry-After", barred.toString());
		}
		model.addAttribute("busy", busy);
		if (busy != null) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader("Retry-After", busy.toString());
		}
		return "desk/sign-in";
	}

	@GetMapping("/password")
	String password(Model model) {
		Caller caller = Callers.current();
		model.addAttribute("must", caller.mustChangePassword());
		return "desk/password";
	}

	@PostMapping("/password")
	@ReadsRequest("the address and the session of who changes the own password")
	String change(@Unscoped @RequestParam String present, @Unscoped @RequestParam String next,
			@Unscoped @RequestParam String again, Model model, HttpServletRequest request,
			HttpServletResponse response) {
		response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
		try {
			if (!next.equals(again)) {
				model.addAttribute("wrong", Problem.of("两次填写的新口令不同", "The new password was typed in two ways."));
			}
			else {
				this.passwords.change(present, next, request, response);
				response.setStatus(HttpStatus.OK.value());
				return "redirect:/";
			}
		}
		catch (Refused ex) {
			model.addAttribute("wrong", Problem.of(ex.rule().chinese(), String.valueOf(ex.getMessage())));
		}
		catch (AttemptsBarred ex) {
			response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			response.setHeader("Retry-After", Long.toString(ex.seconds()));
			model.addAttribute("wrong", Problem.of(Rule.SIGN_IN_BARRED.chinese(), String.valueOf(ex.getMessage())));
		}
		catch (Overloaded ex) {
			response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			response.setHeader("Retry-After", ex.retryAfter());
			model.addAttribute("wrong", Problem.of(ex.chinese(), String.valueOf(ex.getMessage())));
		}
		return password(model);
	}

	/// What the frame of every page shows.
	@ControllerAdvice
	static class Frame {

		private final Desk desk;

		Frame(Desk desk) {
			this.desk = desk;
		}

		@ModelAttribute
		void frame(Model model) {
			Caller caller = Callers.find();
			model.addAttribute("desk", this.desk);
			model.addAttribute("clerk", (caller == null) ? "" : caller.actor());
		}

	}

}
